public import WebDOM

extension Document {
    /// Makes an element of SVG (SVG 2, 5.1): `SVGCircleElement(document.createSVG("circle"))`.
    public func createSVG(_ name: String) -> SVGElement {
        SVGElement(unchecked: createElementNS(namespace: "http://www.w3.org/2000/svg", qualifiedName: name))
    }
}
