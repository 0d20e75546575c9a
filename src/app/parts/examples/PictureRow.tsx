import { Captioned, Named, PictureRow } from "../../../ui/parts/PictureRow.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { digit, digits } from "../made-pictures.ts";

export const example = {
  name: "PictureRow",
  node: (
    <PictureRow
      foot={
        <>
          The <Named tone="real">first</Named> and the <Named tone="made">second</Named>.
        </>
      }
    >
      <Captioned name="Picture" formula="x">
        <Pixels label="A seven" values={digit} scale="ink" width={112} />
      </Captioned>
      <Captioned name="Turned">
        <Pixels label="A seven, turned" values={digits} index={1} scale="ink" width={112} />
      </Captioned>
    </PictureRow>
  ),
};
