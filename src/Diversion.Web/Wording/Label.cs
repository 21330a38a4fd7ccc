namespace Diversion.Web.Wording;

/// <summary>A status as text, and the colour of its tag. The colour never says more than the text.</summary>
/// <param name="Colour">One of govuk-frontend's tag colours: grey, green, teal, blue, purple, magenta, red, orange, yellow.</param>
public readonly record struct Label(string Text, string Colour);
