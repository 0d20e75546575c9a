import { useEffect, useState } from "react";
import { bringsFiles } from "./brings-files.ts";

/** Takes files that are dropped anywhere on the page, which would else leave it for them. Returns whether some are dragged now. */
export function useDroppedFiles(take: (files: readonly File[]) => void): boolean {
  const [dragged, setDragged] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      // Elsewhere the page refuses them.
      event.dataTransfer!.dropEffect = "copy";
      setDragged(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragged(false);
    };
    const drop = (event: DragEvent): void => {
      setDragged(false);
      if (!bringsFiles(event)) return;
      event.preventDefault();
      take([...event.dataTransfer!.files]);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, [take]);
  return dragged;
}
