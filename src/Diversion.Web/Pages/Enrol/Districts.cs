using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A district: one that the scheme names, another one, or not known.</summary>
internal static class Districts
{
    public const string Elsewhere = "elsewhere";
    public const string NotKnown = "not-known";

    /// <param name="reveals">Id of the element with the field for another district.</param>
    public static IReadOnlyList<Choice> Choices(IReadOnlyList<string> named, string reveals = "other-district") =>
        [.. named.Select(name => new Choice(name, name)), new(Elsewhere, "Another district", Reveals: reveals), new(NotKnown, "Not known yet")];

    /// <summary>The recorded value, as choice and typed name.</summary>
    public static (string Choice, string? Other) Of(string? recorded, IReadOnlyList<string> named) => recorded switch
    {
        null => (NotKnown, null),
        _ when named.FirstOrDefault(name => name.Equals(recorded, StringComparison.OrdinalIgnoreCase)) is { } listed => (listed, null),
        _ => (Elsewhere, recorded),
    };

    /// <param name="what">"the home district".</param>
    public static string? Read(FormReading read, string choiceField, string? choice, string otherField, string? other, string what)
    {
        switch (choice)
        {
            case NotKnown:
                return null;
            case Elsewhere:
                return read.Text(otherField, other, what);
            case null or "":
                read.Fault(choiceField, FaultWording.Choose(what));
                return null;
            default:
                return read.OptionalText(choiceField, choice, what);
        }
    }
}
