using Diversion.Web.Wording;

namespace Diversion.Web.Forms;

/// <summary>A length of time as it is typed: hours and minutes, either of which may be left out. Bind it as a property.</summary>
public sealed class TypedLength
{
    private const int MostHours = 24;
    private const int MostMinutes = 24 * 60;

    public string? Hours { get; set; }

    public string? Minutes { get; set; }

    public static TypedLength Of(int minutes) => new()
    {
        Hours = minutes >= 60 ? $"{minutes / 60}" : null,
        Minutes = minutes % 60 is > 0 and var rest ? $"{rest}" : null,
    };

    /// <summary>In minutes; 0, with an error on the field, when nothing was typed.</summary>
    public int Read(FormReading read, string field, string what)
    {
        if (ReadOptional(read, field, what) is { } minutes)
        {
            return minutes;
        }

        read.Fault(field, FaultWording.Enter(what));
        return 0;
    }

    /// <summary>In minutes; null when nothing was typed.</summary>
    public int? ReadOptional(FormReading read, string field, string what) =>
        string.IsNullOrWhiteSpace(Hours) && string.IsNullOrWhiteSpace(Minutes)
            ? null
            : (Part(read, field, Hours, $"{what}, in hours", MostHours) * 60) + Part(read, field, Minutes, $"{what}, in minutes", MostMinutes);

    private static int Part(FormReading read, string field, string? typed, string what, int most) =>
        string.IsNullOrWhiteSpace(typed) ? 0 : read.Number(field, typed, what, 0, most);
}
