namespace Diversion.Domain.Agreements;

/// <summary>Every text from outside is hostile until it has passed here. Keeps the first fault.</summary>
internal sealed class TextInspection
{
    public const int LongestLine = 200;
    public const int LongestProse = 10_000;
    public const int LongestId = 64;

    public Refusal? Fault { get; private set; }

    public void Line(string field, string? value, bool required = false) => Check(field, value, LongestLine, required, breaks: false);

    public void Prose(string field, string? value, bool required = false) => Check(field, value, LongestProse, required, breaks: true);

    public void Id(string field, string? value)
    {
        Check(field, value, LongestId, required: true, breaks: false);
        if (Fault is null && value.AsSpan().ContainsAny("/\\#?"))
        {
            Fault = new Refusal.Invalid(RefusalCode.TextInvalid, $"{field} must not contain / \\ # or ?.");
        }
    }

    public void Staff(string field, StaffRef? staff)
    {
        if (staff is null)
        {
            Fault ??= new Refusal.Invalid(RefusalCode.TextMissing, $"Give {field}: an id and a name.");
            return;
        }

        Id($"{field}.id", staff.Id);
        if (Fault is null && !StaffRef.IsOpaque(staff.Id))
        {
            Fault = new Refusal.Invalid(
                RefusalCode.TextInvalid, $"{field}.id must not be a name or an e-mail address, since it stands in addresses of pages: give the number of the account.");
        }

        Line($"{field}.name", staff.Name, required: true);
        Line($"{field}.team", staff.Team);
        Line($"{field}.email", staff.Email);
        Line($"{field}.phone", staff.Phone);
    }

    private void Check(string field, string? value, int longest, bool required, bool breaks)
    {
        if (Fault is not null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(value))
        {
            if (required)
            {
                Fault = new Refusal.Invalid(RefusalCode.TextMissing, $"Give {field}.");
            }
        }
        else if (value.Length > longest)
        {
            Fault = new Refusal.Invalid(RefusalCode.TextTooLong, $"{field} is {value.Length} characters; at most {longest} are kept. Shorten it.");
        }
        else if (HasControl(value, breaks))
        {
            Fault = new Refusal.Invalid(RefusalCode.TextInvalid, $"{field} has control characters that cannot be stored. Type it again.");
        }
    }

    private static bool HasControl(string value, bool breaks)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsControl(c) && !(breaks && c is '\n' or '\r' or '\t'))
            {
                return true;
            }

            // Bidirectional overrides can make a name read as another; a lone surrogate cannot be stored as UTF-8.
            if (c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069')
            {
                return true;
            }

            if (char.IsSurrogate(c))
            {
                if (i + 1 >= value.Length || !char.IsSurrogatePair(c, value[i + 1]))
                {
                    return true;
                }

                i++;
            }
        }

        return false;
    }
}
