import type { ComponentChildren } from "preact";

/** @param mirrors where it is read from right to left */
function Icon({ mirrors, children }: { mirrors?: boolean; children: ComponentChildren }) {
  return (
    <svg class={mirrors ? "icon mirrors" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  );
}

export const BackIcon = () => (
  <Icon mirrors>
    <path d="M20 12H5M11 5l-7 7 7 7" />
  </Icon>
);

export const DeleteIcon = () => (
  <Icon>
    <path d="M8 5h13v14H8l-6-7zM12 9l5 6M17 9l-5 6" />
  </Icon>
);

export const TabletIcon = () => (
  <Icon>
    <rect x="5" y="2" width="14" height="20" rx="2" />
    <path d="M10 18h4" />
  </Icon>
);

export const ScanIcon = () => (
  <Icon>
    <path d="M3 8V4h4M17 4h4v4M21 16v4h-4M7 20H3v-4M8 8h3v3H8zM13 8h3v3h-3zM8 13h3v3H8zM14 14h2v2h-2z" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="M4 13l5 5L20 6" />
  </Icon>
);

export const HomeIcon = () => (
  <Icon>
    <path d="M3 11l9-8 9 8M6 9v12h12V9M10 21v-6h4v6" />
  </Icon>
);

export const SpeakerIcon = () => (
  <Icon>
    <path d="M4 9v6h4l6 5V4L8 9zM17.5 8.5a5 5 0 0 1 0 7M20 6a8.5 8.5 0 0 1 0 12" />
  </Icon>
);

export const RepeatIcon = () => (
  <Icon>
    <path d="M4 12a8 8 0 1 0 2.5-5.8M4 4v5h5" />
  </Icon>
);

export const LouderIcon = () => (
  <Icon>
    <path d="M3 9v6h4l6 5V4L7 9zM19 8v8M15 12h8" />
  </Icon>
);

export const QuieterIcon = () => (
  <Icon>
    <path d="M3 9v6h4l6 5V4L7 9zM15 12h8" />
  </Icon>
);

export const ContrastIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 3a9 9 0 0 1 0 18z" class="filled" />
  </Icon>
);

export const LargeTextIcon = () => (
  <Icon>
    <path d="M2 19l4-10 4 10M3.2 16h5.6M10 19l5.5-15L21 19M12 14.5h7" />
  </Icon>
);
