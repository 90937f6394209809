import type { ComponentChildren } from "preact";

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  );
}

export const BackIcon = () => (
  <Icon>
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
