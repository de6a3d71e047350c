//! The API of ../../Generated/Sources/Benchmark/api.idl as a Rust developer would write it for wasm-bindgen, as far as it has a
//! counterpart. The work is the same as in ../../Floor/Sources/Floor/Work.swift.

use wasm_bindgen::prelude::*;

const fn repeated<const COUNT: usize>(piece: &[u8]) -> [u8; COUNT] {
    let mut bytes = [0; COUNT];
    let mut index = 0;
    while index < COUNT {
        bytes[index] = piece[index % piece.len()];
        index += 1;
    }
    bytes
}

const fn checked_text(bytes: &'static [u8]) -> &'static str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!(),
    }
}

// Made by the compiler, so that no call asks whether they are there yet.
static TEXTS: [&str; 6] = [
    checked_text(&repeated::<5>(b"abcde")),
    checked_text(&repeated::<100>(b"0123456789")),
    checked_text(&repeated::<1024>(b"01234567")),
    checked_text(&repeated::<10240>(b"0123456789")),
    checked_text(&repeated::<{ 256 * 12 }>("漢字かな".as_bytes())),
    checked_text(&repeated::<30>(b"0123456789")),
];

/// First and last: proof that the values arrived, and next to no work beside the crossing.
fn ends(values: &[f64]) -> f64 {
    match values {
        [] => 0.0,
        [first, ..] => first + values[values.len() - 1],
    }
}

#[wasm_bindgen]
pub fn noop() {}

#[wasm_bindgen]
pub fn add(a: i32, b: i32) -> i32 {
    a.wrapping_add(b)
}

#[wasm_bindgen]
pub fn string_in(text: String) -> u32 {
    text.len() as u32
}

#[wasm_bindgen]
pub fn string_in_borrowed(text: &str) -> u32 {
    text.len() as u32
}

// A result is the caller's to free, so the text is copied: an export cannot return a borrowed one.
#[wasm_bindgen]
pub fn string_out(kind: u32) -> String {
    TEXTS[kind as usize].to_owned()
}

#[wasm_bindgen]
pub fn greet(name: &str) -> String {
    ["Hello, ", name, "!"].concat()
}

#[wasm_bindgen]
pub fn take_sequence(values: Vec<f64>) -> f64 {
    ends(&values)
}

#[wasm_bindgen]
pub fn take_typed(values: &[f64]) -> f64 {
    ends(values)
}

#[wasm_bindgen]
pub fn make_typed(count: u32) -> Vec<f64> {
    (0..count).map(f64::from).collect()
}

#[wasm_bindgen]
pub fn fill(out: &mut [f64]) {
    for (index, place) in out.iter_mut().enumerate() {
        *place = index as f64;
    }
}

/// Enums of strings came to wasm-bindgen's exports after 0.2.83. They cross as this one does, as a number.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum Shade {
    Red,
    Orange,
    Yellow,
    Green,
    Blue,
    Violet,
}

#[wasm_bindgen]
pub fn next_shade(shade: Shade) -> Shade {
    match shade {
        Shade::Red => Shade::Orange,
        Shade::Orange => Shade::Yellow,
        Shade::Yellow => Shade::Green,
        Shade::Green => Shade::Blue,
        Shade::Blue => Shade::Violet,
        Shade::Violet => Shade::Red,
    }
}

#[wasm_bindgen]
pub fn halve(value: Option<i32>) -> Option<i32> {
    value.map(|value| value / 2)
}

// What js-sys declares: Debian does not have that crate.
#[wasm_bindgen]
extern "C" {
    pub type Function;

    #[wasm_bindgen(method, catch, js_name = call)]
    fn call1(this: &Function, context: &JsValue, argument: &JsValue) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen]
pub fn apply_transform(transform: &Function, times: u32) -> Result<f64, JsValue> {
    let mut value = 0.0;
    for _ in 0..times {
        let result = transform.call1(&JsValue::NULL, &JsValue::from_f64(value))?;
        value = result.as_f64().ok_or(result)?;
    }
    Ok(value)
}

#[wasm_bindgen]
pub fn feed(sink: &Function, times: u32) -> Result<(), JsValue> {
    for _ in 0..times {
        sink.call1(&JsValue::NULL, &JsValue::from_str("hello"))?;
    }
    Ok(())
}

#[wasm_bindgen]
pub fn make_adder(amount: f64) -> JsValue {
    Closure::<dyn Fn(f64) -> f64>::new(move |value| value + amount).into_js_value()
}

#[wasm_bindgen]
pub fn checked(value: i32) -> Result<i32, JsError> {
    if value < 0 {
        return Err(JsError::new("the value is negative"));
    }
    Ok(value)
}

#[wasm_bindgen]
pub struct Counter {
    value: i32,
}

#[wasm_bindgen]
impl Counter {
    #[wasm_bindgen(constructor)]
    pub fn new(start: i32) -> Counter {
        Counter { value: start }
    }

    pub fn increment(&mut self, by: i32) -> i32 {
        self.value = self.value.wrapping_add(by);
        self.value
    }

    #[wasm_bindgen(getter)]
    pub fn value(&self) -> i32 {
        self.value
    }

    #[wasm_bindgen(setter)]
    pub fn set_value(&mut self, value: i32) {
        self.value = value;
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Host, js_name = add)]
    fn host_add(a: i32, b: i32) -> i32;
    #[wasm_bindgen(js_namespace = Host, js_name = takeString)]
    fn host_take_string(text: &str);
    #[wasm_bindgen(js_namespace = Host, js_name = returnString)]
    fn host_return_string(kind: u32) -> String;

    pub type Cell;
    #[wasm_bindgen(constructor)]
    fn new(value: f64) -> Cell;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Cell) -> f64;
    #[wasm_bindgen(method, setter)]
    fn set_value(this: &Cell, value: f64);
}

#[wasm_bindgen]
pub fn call_host_add(times: u32) -> i32 {
    let mut value = 0;
    for _ in 0..times {
        value = host_add(value, 1);
    }
    value
}

#[wasm_bindgen]
pub fn call_host_take_string(kind: u32, times: u32) {
    let text = TEXTS[kind as usize];
    for _ in 0..times {
        host_take_string(text);
    }
}

#[wasm_bindgen]
pub fn call_host_return_string(kind: u32, times: u32) -> u32 {
    let mut total = 0;
    for _ in 0..times {
        total += host_return_string(kind).len() as u32;
    }
    total
}

#[wasm_bindgen]
pub fn touch_cell(cell: &Cell, times: u32) -> f64 {
    for _ in 0..times {
        cell.set_value(cell.value() + 1.0);
    }
    cell.value()
}

#[wasm_bindgen]
pub fn make_cells(times: u32) {
    for _ in 0..times {
        Cell::new(1.0);
    }
}
