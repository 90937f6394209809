/** Where a link on the patient's own phone will open. Until the service hands out such links it asks nothing. */
export function Mobile() {
  return (
    <main class="mobile">
      <h1>Homeward</h1>
      <p>This link cannot be answered here. If you have a question about your care, call your hospital.</p>
      <p lang="es">Este enlace no se puede contestar aquí. Si tiene una pregunta, llame a su hospital.</p>
    </main>
  );
}
