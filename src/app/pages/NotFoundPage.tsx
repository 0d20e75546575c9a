import { AllPages } from "./AllPages.tsx";

export function NotFoundPage() {
  return (
    <div className="home">
      <h1>There is no page at this address.</h1>
      <p>The link may be mistyped, or the page may have been renamed. These pages exist:</p>
      <AllPages />
    </div>
  );
}
