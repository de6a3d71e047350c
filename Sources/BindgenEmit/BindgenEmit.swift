// BindgenEmit
