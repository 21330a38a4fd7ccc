using Diversion.Domain.Reading;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;

namespace Diversion.Web.Forms;

/// <summary>
/// Reads typed values; a value that cannot be read becomes an error of its field. Each method then returns null (or an
/// empty value). <c>what</c> names the thing with its article, for <see cref="FaultWording"/>.
/// </summary>
public sealed class FormReading(ModelStateDictionary faults)
{
    /// <summary>The domain stores these on one line; a longer text may have several.</summary>
    private const int LongestLine = 200;

    private const int LongestEmail = LongestLine;

    public void Fault(string field, string sentence) => faults.AddModelError(field, sentence);

    /// <summary>A required text.</summary>
    public string Text(string field, string? typed, string what, int longest = 200) =>
        OptionalText(field, typed, what, longest) ?? Missing<string>(field, FaultWording.Enter(what)) ?? "";

    /// <summary>An optional text.</summary>
    public string? OptionalText(string field, string? typed, string what, int longest = 200)
    {
        var text = PlainText.Clean(typed ?? "", lines: longest > LongestLine);
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length > longest)
        {
            Fault(field, FaultWording.TooLong(what, longest));
        }

        return text;
    }

    /// <summary>One item per line; blank lines are ignored.</summary>
    /// <param name="what">One of them, without an article: "goal".</param>
    public string[] Lines(string field, string? typed, string what, int longest = 200)
    {
        var lines = PlainText.Clean(typed ?? "", lines: true).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Array.FindIndex(lines, line => line.Length > longest) is >= 0 and var tooLong)
        {
            Fault(field, FaultWording.TooLong($"{what} {tooLong + 1}", longest));
        }

        return lines;
    }

    public string? OptionalEmail(string field, string? typed, string what)
    {
        if (OptionalText(field, typed, what, LongestEmail) is not { } text)
        {
            return null;
        }

        var email = EmailAddress.Read(text);
        return email.IsRead ? email.Value : Missing<string>(field, FaultWording.EmailUnreal);
    }

    /// <summary>A number of another system, in the form that is compared: no invisible characters, plain dashes and digits.</summary>
    public string? OptionalReference(string field, string? typed, string what, int longest = 64) =>
        OptionalText(field, ReferenceText.CleanOrNull(typed), what, longest);

    /// <summary>A telephone number of the United Kingdom or, with its code, of any country.</summary>
    public string? OptionalTelephone(string field, string? typed, string what)
    {
        var text = OptionalText(field, typed, what);
        if (text is not null && !Domain.Referral.Telephone.IsOne(text))
        {
            Fault(field, Domain.Referral.Telephone.WouldTake);
        }

        return text;
    }

    /// <summary>A required choice, by the name of the enum's member.</summary>
    public T Choice<T>(string field, string? chosen, string what) where T : struct, Enum =>
        Enum.TryParse<T>(chosen, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(chosen![0])
            ? value
            : Missing<T>(field, FaultWording.Choose(what));

    /// <summary>A required yes or no.</summary>
    public bool YesNo(string field, string? chosen, string what) => chosen switch
    {
        "yes" => true,
        "no" => false,
        _ => Missing<bool>(field, FaultWording.Choose(what)),
    };

    /// <summary>A yes or no that need not be chosen.</summary>
    public bool? OptionalYesNo(string field, string? chosen, string what) => string.IsNullOrWhiteSpace(chosen) ? null : YesNo(field, chosen, what);

    /// <summary>An answer as it is chosen; null while there is none.</summary>
    public static string? Chosen(bool? answer) => answer switch { true => "yes", false => "no", null => null };

    public LocalDate Date(string field, TypedDate typed, string what) =>
        OptionalDate(field, typed, what) ?? (faults[field]?.Errors.Count > 0 ? default : Missing<LocalDate>(field, FaultWording.Enter(what)));

    /// <summary>The day of something that has happened.</summary>
    public LocalDate PastDate(string field, TypedDate typed, string what, LocalDate today) => NotLater(field, Date(field, typed, what), what, today);

    public LocalDate? OptionalPastDate(string field, TypedDate typed, string what, LocalDate today) =>
        OptionalDate(field, typed, what) is { } day ? NotLater(field, day, what, today) : null;

    public LocalDate? OptionalDate(string field, TypedDate typed, string what)
    {
        (string Name, string? Text)[] parts = [("a day", typed.Day), ("a month", typed.Month), ("a year", typed.Year)];
        var missing = parts.Where(part => Characters.IsBlank(part.Text)).Select(part => part.Name).ToArray();
        if (missing.Length == 3)
        {
            return null;
        }

        // Pasted as a whole into the first field.
        if (missing is ["a month", "a year"] && DateText.Read(typed.Day) is { IsRead: true, Value: var pasted })
        {
            return pasted;
        }

        if (missing.Length > 0)
        {
            Fault(field, FaultWording.DateIncomplete(what, string.Join(" and ", missing)));
            return null;
        }

        if (DateText.Of(typed.Day!, typed.Month!, typed.Year!) is { } date)
        {
            return date;
        }

        if (DateText.IsShortYear(typed.Year!))
        {
            Fault(field, FaultWording.YearShort(what));
            return null;
        }

        Fault(field, FaultWording.DateUnreal(what));
        return null;
    }

    /// <summary>A time of day: 10:30am, 5pm, 17:00, noon.</summary>
    public LocalTime Time(string field, string? typed, string what)
    {
        if (Characters.IsBlank(typed))
        {
            return Missing<LocalTime>(field, FaultWording.Enter(what));
        }

        var time = TimeText.Read(typed);
        return time.IsRead ? time.Value : Missing<LocalTime>(field, FaultWording.TimeUnreal(what));
    }

    public int Number(string field, string? typed, string what, int least, int most)
    {
        if (Characters.IsBlank(typed))
        {
            return Missing<int>(field, FaultWording.Enter(what));
        }

        if (NumberText.Whole(typed) is not { IsRead: true, Value: var number })
        {
            return Missing<int>(field, FaultWording.NotWhole(what));
        }

        return number >= least && number <= most ? number : Missing<int>(field, FaultWording.OutOfRange(what, least, most));
    }

    /// <summary>An amount in pounds, with or without pence: 55, 1,200.50, £20.</summary>
    public decimal? OptionalAmount(string field, string? typed, string what)
    {
        if (Characters.IsBlank(typed))
        {
            return null;
        }

        return NumberText.Decimal(typed!.Trim().TrimStart('£')) is { IsRead: true, Value: >= 0 and var amount } && amount == decimal.Round(amount, 2)
            ? amount
            : Missing<decimal?>(field, FaultWording.NoAmount(what));
    }

    private LocalDate NotLater(string field, LocalDate day, string what, LocalDate today)
    {
        if (day > today)
        {
            Fault(field, FaultWording.DateInFuture(what));
        }

        return day;
    }

    private T? Missing<T>(string field, string sentence)
    {
        Fault(field, sentence);
        return default;
    }
}
