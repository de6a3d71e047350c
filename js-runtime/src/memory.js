// js-runtime
