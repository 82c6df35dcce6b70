"use strict";

// The editor takes the place of the plain field, which keeps the text: asking and showing stay as they are.
{
  const field = document.getElementById("query");
  const submit = () => document.getElementById("form").requestSubmit();
  const { Yasqe } = Yasgui;
  // A list among the options would be merged with this one, whose others send what is typed to a server elsewhere.
  Yasqe.defaults.autocompleters = ["variables"];
  const editor = new Yasqe(document.getElementById("editor"), {
    value: field.value,
    persistenceId: null,
    createShareableLink: null,
    showQueryButton: false,
    consumeShareLink: null, // a link fills the field by ?query= alone
    autofocus: false,
    syntaxErrorCheck: false, // it does not know of prefixes that the server declares
    screenReaderLabel: "SPARQL",
    extraKeys: {
      "Ctrl-Enter": submit,
      "Cmd-Enter": submit,
      "Ctrl-Space": (yasqe) => yasqe.autocomplete(),
      "Ctrl-S": false, // nothing is saved here
      Tab: false, // leads on to the next element, as everywhere
      "Shift-Tab": false,
    },
  });
  editor.setValue(field.value);
  editor.on("change", () => (field.value = editor.getValue()));
  field.hidden = true;
  document.getElementById("label").removeAttribute("for");
  window.kgEditor = editor;
}
