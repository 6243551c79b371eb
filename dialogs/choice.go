package dialogs

const languagePrefix = "lang:"
