"use strict";

// The editor takes the place of the plain field, which keeps the text: asking and showing stay as they are.
{
  const field = document.getElementById("query");
  const submit = () => document.getElementById("form").requestSubmit();
  const editor = new Yasgui.Yasqe(document.getElementById("editor"), {
    value: field.value,
    persistenceId: null,
    createShareableLink: null,
    showQueryButton: false,
    autocompleters: ["variables"],
    syntaxErrorCheck: false, // it does not know of prefixes that the server declares
    extraKeys: { "Ctrl-Enter": submit, "Cmd-Enter": submit, "Ctrl-Space": (yasqe) => yasqe.autocomplete() },
  });
  editor.setValue(field.value);
  editor.on("change", () => (field.value = editor.getValue()));
  field.hidden = true;
  document.getElementById("label").removeAttribute("for");
  window.kgEditor = editor;
}
