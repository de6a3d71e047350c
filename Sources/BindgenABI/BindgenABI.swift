// BindgenABI
