// The API of ../../Generated/Sources/Benchmark/api.idl as a C++ developer would bind it with embind: the types that embind converts
// by itself where it has them, `val` where it has not. The work is the same as in ../../Floor/Sources/Floor/Work.swift.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <functional>
#include <string>
#include <vector>

using namespace emscripten;

namespace {

struct Vec4 { double x, y, z, w; };
struct Point { double x, y; };
struct Person { double age, height; std::string name; };

std::string repeated(const std::string &piece, int count) {
    std::string text;
    for (int index = 0; index < count; index++) text += piece;
    return text;
}

const std::string texts[] = {
    repeated("abcde", 1), repeated("0123456789", 10), repeated("01234567", 128), repeated("0123456789", 1024),
    repeated("漢字かな", 256), repeated("0123456789", 3),
};

double ends(const double *values, size_t count) { return count == 0 ? 0 : values[0] + values[count - 1]; }

std::vector<double> doubles(unsigned count) {
    std::vector<double> values(count);
    for (unsigned index = 0; index < count; index++) values[index] = index;
    return values;
}

void noop() {}
int add(int a, int b) { return a + b; }

unsigned stringIn(const std::string &text) { return text.size(); }
std::string stringOut(unsigned kind) { return texts[kind]; }
std::string greet(const std::string &name) { return "Hello, " + name + "!"; }

double takeNumbers(const val &values) {
    const auto numbers = convertJSArrayToNumberVector<double>(values);
    return ends(numbers.data(), numbers.size());
}
val makeSequence(unsigned count) { return val::array(doubles(count)); }
val makeTyped(unsigned count) {
    const auto values = doubles(count);
    return val::global("Float64Array").new_(typed_memory_view(values.size(), values.data()));
}
void fill(const val &out) {
    const auto values = doubles(out["length"].as<unsigned>());
    out.call<void>("set", typed_memory_view(values.size(), values.data()));
}

double sumVec4(const Vec4 &vector) { return vector.x + vector.y + vector.z + vector.w; }
Vec4 makeVec4(double seed) { return {seed, seed + 1, seed + 2, seed + 3}; }
double measurePerson(const Person &person) { return person.age + person.height + person.name.size(); }
Person echoPerson(const Person &person) { return {person.age + 1, person.height, person.name}; }
double takePoints(const val &values) {
    const auto points = vecFromJSArray<Point>(values);
    return points.empty() ? 0 : points.front().x + points.back().y;
}
val makePoints(unsigned count) {
    std::vector<Point> points(count);
    for (unsigned index = 0; index < count; index++) points[index] = {double(index), double(index) * 2};
    return val::array(points);
}

const char *const shades[] = {"red", "orange", "yellow", "green", "blue", "violet"};
std::string nextShade(const std::string &shade) {
    for (int index = 0; index < 6; index++) {
        if (shade == shades[index]) return shades[(index + 1) % 6];
    }
    return shade;
}
val halve(const val &value) { return value.isNull() ? val::null() : val(value.as<int>() / 2); }

double applyTransform(const val &transform, unsigned times) {
    double value = 0;
    for (unsigned index = 0; index < times; index++) value = transform(value).as<double>();
    return value;
}
void feed(const val &sink, unsigned times) {
    for (unsigned index = 0; index < times; index++) sink(std::string("hello"));
}
class Adder {
public:
    explicit Adder(double amount) : body([amount](double value) { return value + amount; }) {}
    double call(double value) const { return body(value); }

private:
    std::function<double(double)> body;
};

int checked(int value) {
    if (value < 0) val::global("Error").new_(std::string("the value is negative")).throw_();
    return value;
}

class Counter {
public:
    explicit Counter(int start) : value(start) {}
    int increment(int by) { return value += by; }
    int getValue() const { return value; }
    void setValue(int next) { value = next; }

private:
    int value;
};
Counter *echoCounter(Counter *counter) { return counter; }

class Samples {
public:
    explicit Samples(unsigned count) : storage(doubles(count)) {}
    val values() const { return val(typed_memory_view(storage.size(), storage.data())); }

private:
    std::vector<double> storage;
};

int callHostAdd(unsigned times) {
    const val host = val::module_property("Host");
    int value = 0;
    for (unsigned index = 0; index < times; index++) value = host.call<int>("add", value, 1);
    return value;
}
void callHostTakeString(unsigned kind, unsigned times) {
    const val host = val::module_property("Host");
    for (unsigned index = 0; index < times; index++) host.call<void>("takeString", texts[kind]);
}
unsigned callHostReturnString(unsigned kind, unsigned times) {
    const val host = val::module_property("Host");
    unsigned total = 0;
    for (unsigned index = 0; index < times; index++) total += host.call<std::string>("returnString", kind).size();
    return total;
}
double touchCell(val cell, unsigned times) {
    for (unsigned index = 0; index < times; index++) cell.set("value", cell["value"].as<double>() + 1);
    return cell["value"].as<double>();
}
void makeCells(unsigned times) {
    const val Cell = val::module_property("Cell");
    for (unsigned index = 0; index < times; index++) Cell.new_(1.0);
}

}  // namespace

EMSCRIPTEN_BINDINGS(bench) {
    value_object<Vec4>("Vec4").field("x", &Vec4::x).field("y", &Vec4::y).field("z", &Vec4::z).field("w", &Vec4::w);
    value_object<Point>("Point").field("x", &Point::x).field("y", &Point::y);
    value_object<Person>("Person").field("age", &Person::age).field("height", &Person::height).field("name", &Person::name);

    function("noop", &noop);
    function("add", &add);
    function("stringIn", &stringIn);
    function("stringOut", &stringOut);
    function("greet", &greet);
    function("takeSequence", &takeNumbers);
    function("takeTyped", &takeNumbers);
    function("makeSequence", &makeSequence);
    function("makeTyped", &makeTyped);
    function("fill", &fill);
    function("sumVec4", &sumVec4);
    function("makeVec4", &makeVec4);
    function("measurePerson", &measurePerson);
    function("echoPerson", &echoPerson);
    function("takePoints", &takePoints);
    function("makePoints", &makePoints);
    function("nextShade", &nextShade);
    function("halve", &halve);
    function("applyTransform", &applyTransform);
    function("feed", &feed);
    function("checked", &checked);
    function("echoCounter", &echoCounter, allow_raw_pointers());
    function("callHostAdd", &callHostAdd);
    function("callHostTakeString", &callHostTakeString);
    function("callHostReturnString", &callHostReturnString);
    function("touchCell", &touchCell);
    function("makeCells", &makeCells);

    class_<Adder>("Adder").constructor<double>().function("call", &Adder::call);
    class_<Counter>("Counter")
        .constructor<int>()
        .function("increment", &Counter::increment)
        .property("value", &Counter::getValue, &Counter::setValue);
    class_<Samples>("Samples").constructor<unsigned>().property("values", &Samples::values);
}
