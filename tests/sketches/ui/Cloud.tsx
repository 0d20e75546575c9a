export interface CloudProps {
  readonly label: string;
  /** [n, axes]: the first two axes are drawn, from -1 to 1. */
  readonly points: { readonly shape: readonly number[]; readonly data: Float32Array };
  /** A colour each, from 0. */
  readonly classes?: ArrayLike<number>;
  /** How much of each is seen, 0 to 1. */
  readonly strength?: ArrayLike<number>;
  readonly size: number;
}

/** Points in a box. */
export function Cloud({ label, points, classes, strength, size }: CloudProps) {
  const [n, axes] = points.shape as [number, number];
  return (
    <svg viewBox="-1.05 -1.05 2.1 2.1" width={size} height={size} aria-label={label}>
      <rect
        x="-1.05"
        y="-1.05"
        width="2.1"
        height="2.1"
        fill="none"
        stroke="currentColor"
        strokeWidth="0.01"
      />
      {Array.from({ length: n }, (_, i) => (
        <circle
          key={i}
          cx={points.data[i * axes]}
          cy={points.data[i * axes + 1]}
          r="0.025"
          fill={classes ? `hsl(${36 * classes[i]!} 80% 45%)` : "currentColor"}
          opacity={strength ? 0.15 + 0.85 * strength[i]! : 1}
        />
      ))}
    </svg>
  );
}
