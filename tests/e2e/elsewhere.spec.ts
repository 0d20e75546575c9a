/** What other programs see of the site: link previews, search engines, feed readers. */
import { expect, test } from "@playwright/test";
import { watchPage } from "./watch.ts";

test("a page says what it is, and no policy objects", async ({ page }) => {
  const { complaints } = await watchPage(page);
  await page.goto("/wgan/");
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data!)).toMatchObject({
    "@type": "Article",
    headline: "Wasserstein GAN",
    about: { "@type": "ScholarlyArticle", sameAs: "https://arxiv.org/abs/1701.07875" },
  });
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute(
    "content",
    "Wasserstein GAN",
  );
  expect(complaints).toEqual([]);
});

test("the address that browsers share follows the reader", async ({ page }) => {
  await page.addInitScript(() =>
    addEventListener("DOMContentLoaded", () => {
      const link = document.createElement("link");
      link.rel = "canonical";
      link.href = "https://notes.example.org/wgan/";
      document.head.append(link);
    }),
  );
  await page.goto("/wgan/");
  // Before the scripts are there a link opens another page.
  await expect(page.locator(".theme-switch:not([data-waiting])")).toBeVisible();
  await page.getByRole("link", { name: "Live Paper Notes" }).click();
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    "href",
    "https://notes.example.org/",
  );
});

test("a section's page leads on without JavaScript", async ({ browser, request }) => {
  const html = await (await request.get("/wgan/s/two-parallel-lines/")).text();
  expect(html).toContain("<h1>Two parallel lines</h1>");
  expect(html).toContain('content="Example 1 strips the difficulty to one parameter."');
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain('<a href="/wgan/#two-parallel-lines">');
  expect(html).not.toContain('type="module"');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/wgan/s/two-parallel-lines/");
  await expect(page).toHaveURL(/\/wgan\/#two-parallel-lines$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wasserstein GAN");
  await context.close();
});

test("every section of a note has its page, and the feed is found and well formed", async ({
  page,
  request,
}) => {
  await page.goto("/wgan/");
  const ids = await page
    .locator(".note-body > :is(h2, h3)[id]")
    .evaluateAll((headings) => headings.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(10);
  for (const id of ids) expect((await request.get(`/wgan/s/${id}/`)).status(), id).toBe(200);

  const address = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
  const entries = await page.evaluate((url) => {
    // The page's policy forbids a parser of its own; a request parses as a feed reader does.
    const asking = new XMLHttpRequest();
    asking.open("GET", url);
    asking.responseType = "document";
    return new Promise<(string | null)[]>((resolve) => {
      asking.addEventListener("load", () => {
        const links = asking.responseXML?.querySelectorAll("entry > link") ?? [];
        resolve([...links].map((link) => link.getAttribute("href")));
      });
      asking.send();
    });
  }, address!);
  expect(entries.join(" ")).toContain("/wgan/");
  await expect(page.getByRole("link", { name: "Feed of changes" })).toHaveAttribute(
    "href",
    address!,
  );
});

test("a note unfolds what has changed", async ({ page }) => {
  await page.goto("/wgan/");
  const changes = page.locator(".changes");
  await changes.getByText(/^Updated \d+ \w+ 20\d\d$/).click();
  await expect(changes.getByText("First version.")).toBeVisible();
});
