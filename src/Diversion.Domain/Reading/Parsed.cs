namespace Diversion.Domain.Reading;

/// <summary>The result of reading a text that came from outside.</summary>
/// <param name="Value">Meaningful only when there is no refusal.</param>
/// <param name="Refusal">What would be accepted, as a noun phrase ("a date such as 2026-03-05"); null when the text was read.</param>
public readonly record struct Parsed<T>(T? Value, string? Refusal)
{
    public bool IsRead => Refusal is null;
}
