import type { Place } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";
import "./part-sheets.css";

/** Within a `Grip`: rings around all places where its own shows. Its knob is then a ring too, and what they mark is seen. */
export function PixelRings({ places }: { readonly places: readonly Place[] }) {
  const { x, y } = useStage();
  return places.map((place) => (
    <svg key={place.join()} className="lp-at lp-rings" x={x(place[0])} y={y(place[1])}>
      <circle className="lp-grip-halo" r="8" />
      <circle className="lp-grip-frame" r="8" />
    </svg>
  ));
}
