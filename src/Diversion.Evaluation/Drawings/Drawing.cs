namespace Diversion.Evaluation.Drawings;

/// <summary>A picture with what somebody needs who can't see it, or wants its numbers.</summary>
/// <param name="Svg">A whole <c>svg</c> element without script, style or link to anything outside: it may stand in a page as it is.</param>
/// <param name="Alternative">What is seen, in sentences.</param>
/// <param name="Table">The numbers drawn, to stand under the picture.</param>
public sealed record Drawing(string Svg, string Alternative, DrawingTable Table);
