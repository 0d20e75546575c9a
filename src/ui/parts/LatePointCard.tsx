import { Suspense } from "react";
import { latePart } from "../late-part.tsx";
import type { PointCardProps } from "./PointCard.tsx";

const PointCard = latePart("What this point stands for", () =>
  import("./PointCard.tsx").then((part) => part.PointCard),
);

export interface LatePointCardProps extends Omit<PointCardProps, "place"> {
  /** Of the point; none shows nothing. */
  readonly place: PointCardProps["place"] | null | undefined;
}

/** What a point stands for, beside it; its code comes when a hand first rests on a point. */
export function LatePointCard({ place, ...props }: LatePointCardProps) {
  return <Suspense fallback={null}>{place && <PointCard place={place} {...props} />}</Suspense>;
}
