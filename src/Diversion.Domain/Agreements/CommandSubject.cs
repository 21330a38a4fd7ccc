using System.Globalization;

namespace Diversion.Domain.Agreements;

/// <summary>What a command is about, apart from the agreement.</summary>
/// <param name="Condition">Id of a condition.</param>
/// <param name="Item">
/// Something in the condition or the agreement: the id of an appointment, tag event or alert, the number of a warning
/// or period, the name of a check, assessment or piece of news.
/// </param>
public readonly record struct CommandSubject(string? Condition = null, string? Item = null)
{
    internal static string Numbered(int number) => number.ToString(CultureInfo.InvariantCulture);
}
