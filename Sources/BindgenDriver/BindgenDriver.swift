// BindgenDriver
