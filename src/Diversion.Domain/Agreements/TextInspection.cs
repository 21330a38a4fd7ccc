using Diversion.Domain.Reading;

namespace Diversion.Domain.Agreements;

/// <summary>Every text from outside is hostile until it has been checked here. Keeps the first fault, with its field.</summary>
internal sealed class TextInspection
{
    public const int LongestLine = 200;
    public const int LongestProse = 10_000;
    public const int LongestId = 64;

    public Refusal? Fault { get; private set; }

    public void Line(string field, string? value, bool required = false) => Check(field, value, LongestLine, required, breaks: false);

    public void Prose(string field, string? value, bool required = false) => Check(field, value, LongestProse, required, breaks: true);

    public void Email(string field, string? value)
    {
        Line(field, value);
        if (Fault is null && !Characters.IsBlank(value) && !EmailAddress.CanBeWrittenTo(value))
        {
            Refuse(RefusalCode.EmailInvalid, field, $"{field}: expected {EmailAddress.Form}. Correct it, or leave it out.");
        }
    }

    public void Id(string field, string? value)
    {
        Check(field, value, LongestId, required: true, breaks: false);
        if (Fault is null && value.AsSpan().ContainsAny("/\\#?"))
        {
            Refuse(RefusalCode.TextInvalid, field, $"{field} must not contain / \\ # or ?.");
        }

        if (Fault is null && value!.FirstOrDefault(Characters.IsInvisible) is var hidden and not '\0')
        {
            RefuseCharacter(field, value!, value!.IndexOf(hidden, StringComparison.Ordinal));
        }
    }

    public void Staff(string field, StaffRef? staff)
    {
        if (staff is null)
        {
            Refuse(RefusalCode.TextMissing, field, $"{field}: give an id and a name.");
            return;
        }

        Id($"{field}.id", staff.Id);
        if (Fault is null && !StaffRef.IsOpaque(staff.Id))
        {
            Refuse(
                RefusalCode.TextInvalid,
                $"{field}.id",
                $"{field}.id must not be a name or an email address, because it is part of page addresses: give an account number.");
        }

        Line($"{field}.name", staff.Name, required: true);
        Line($"{field}.team", staff.Team);
        Email($"{field}.email", staff.Email);
        Line($"{field}.phone", staff.Phone);
    }

    private void Check(string field, string? value, int longest, bool required, bool breaks)
    {
        if (Fault is not null)
        {
            return;
        }

        if (string.IsNullOrEmpty(value) || Characters.IsBlank(value))
        {
            if (required)
            {
                Refuse(RefusalCode.TextMissing, field, $"Give {field}.");
            }
        }
        else if (value.Length > longest)
        {
            Refuse(RefusalCode.TextTooLong, field, $"{field} is {value.Length} characters; at most {longest} are kept. Shorten it.");
        }
        else if (FirstRefused(value, breaks) is >= 0 and var place)
        {
            RefuseCharacter(field, value, place);
        }
    }

    private void RefuseCharacter(string field, string value, int place) => Refuse(
        RefusalCode.TextInvalid,
        field,
        $"{field} holds the character {Characters.Describe(value[place])} at position {place + 1}, which cannot be kept. Type it again without it.");

    private void Refuse(string code, string field, string message) => Fault ??= new Refusal.Invalid(code, message) { Field = field };

    /// <returns>Position of the first refused character; -1 if there is none.</returns>
    private static int FirstRefused(string value, bool breaks)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsControl(c) && !(breaks && c is '\n' or '\r' or '\t'))
            {
                return i;
            }

            // Bidirectional overrides can make a name read as another; a lone surrogate cannot be stored as UTF-8.
            if (c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069')
            {
                return i;
            }

            if (char.IsSurrogate(c))
            {
                if (i + 1 >= value.Length || !char.IsSurrogatePair(c, value[i + 1]))
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }
}
