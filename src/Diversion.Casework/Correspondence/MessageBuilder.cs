using Diversion.Casework.Formatting;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using NodaTime;

namespace Diversion.Casework.Correspondence;

/// <summary>Collects what one event sends, and numbers it in that order.</summary>
internal sealed class MessageBuilder(RecordedEvent recorded, AgreementState after, SchemeRules scheme, Programme programme)
{
    private List<OutgoingMessage>? messages;

    public IReadOnlyList<OutgoingMessage> Messages => messages ?? (IReadOnlyList<OutgoingMessage>)[];

    public AgreementState State => after;

    public Instant At => recorded.At;

    public SchemeRules Scheme => scheme;

    public Recipients Recipients => new(after, programme);

    /// <param name="address">Of a page; the case's if there is none.</param>
    public string Link(string? address = null) => programme.LinkTo(address ?? Addresses.Agreement(after.Id.Value));

    /// <summary>To each of them once, even if they have several roles on the case.</summary>
    public void ToStaff(IEnumerable<StaffRef> staff, string template, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        Dictionary<string, string>? shared = null;
        HashSet<string>? written = null;
        foreach (var one in staff)
        {
            if (Recipients.CanBeWrittenTo(one) && (written ??= new(StringComparer.OrdinalIgnoreCase)).Add(one.Email!))
            {
                shared ??= Together(facts, ("reference", after.Id.Value), ("link", Link()));
                Add(new OutgoingMessage.Mail(NextId(), one.Email!, one.Name, template, shared));
            }
        }
    }

    /// <summary>To the participant, if they may be written to. By first name only, since others may see the screen.</summary>
    public void ToParticipant(string template, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        if (after.Referral.CanBeEmailed() && after.Referral.Person is { Email: { } address } person)
        {
            Add(new OutgoingMessage.Mail(
                NextId(),
                address,
                Wording.FirstName(person.Name),
                template,
                Together(facts, ("keyWorker", Wording.Contact(after.KeyWorker))),
                ToParticipant: true));
        }
    }

    /// <summary>
    /// A text to the participant about an appointment, if they may be sent texts: when it is and whom to ring, never what it is
    /// for. Others may read it on the lock screen.
    /// </summary>
    /// <param name="standing">The text is of no use once the appointment is not to come any more.</param>
    /// <param name="movedFrom">Where it was before.</param>
    /// <param name="count">How many were booked together, of which it is the first.</param>
    public void TextParticipant(string template, AppointmentNews appointment, bool standing = true, Instant? movedFrom = null, int? count = null) => TextParticipant(
        template,
        language =>
        [
            ("day", TextDates.Day(appointment.StartsAt, language)),
            ("time", TextDates.Time(appointment.StartsAt, language)),
            .. movedFrom is { } before ? [("oldDay", TextDates.Day(before, language)), ("oldTime", TextDates.Time(before, language))] : Array.Empty<(string, string)>(),
            .. count is { } several ? [("count", $"{several}")] : Array.Empty<(string, string)>(),
        ],
        appointment.StartsAt,
        standing ? appointment : null);

    /// <param name="factsIn">The facts in a language.</param>
    /// <param name="uselessAt">From then on it is not sent any more; null for one that is always of use.</param>
    public void TextParticipant(string template, Func<LetterLanguage, IEnumerable<(string Name, string Value)>> factsIn, Instant? uselessAt, AppointmentNews? about = null)
    {
        var person = after.Referral.Person;
        if (!after.Referral.CanBeTexted() || MobileNumber.Read(person.Phone) is not { } number)
        {
            return;
        }

        var language = TextRenderer.Shipped.LanguageOf(template, LetterLanguage.Of(after.Referral.Circumstances.Language));
        var facts = factsIn(language).ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal);

        if (PhoneOfWorker() is { } phone)
        {
            facts["phone"] = phone;
        }

        Add(new OutgoingMessage.Text(NextId(), number, template, facts, language.Code, scheme.QuietHours, uselessAt, about));
    }

    /// <summary>Of the worker who covers, or the key worker; null when none is known that can be rung from a text.</summary>
    private string? PhoneOfWorker()
    {
        var worker = after.Cover?.Worker ?? after.KeyWorker;
        return programme.Staff.KeyWorker(worker?.Id)?.Phone is { } phone && phone.All(char.IsAscii) && Telephone.IsOne(phone) ? phone.Trim() : null;
    }

    /// <summary>
    /// For other systems: reference, status and instants. No ids of staff, which may be log-in names; those who need to
    /// know can ask the API, which applies the access policy.
    /// </summary>
    public void Notice(string what, params ReadOnlySpan<(string Name, string Value)> data) =>
        Add(new OutgoingMessage.Notice(
            NextId(),
            $"uk.diversion.agreement.{what}.v1",
            after.Id.Value,
            recorded.At,
            Together(
                data,
                ("agreement", after.Id.Value),
                ("eventNumber", recorded.Number.ToString()),
                ("scheme", after.Scheme.ToString()),
                ("status", Words.Of(after.Status).Replace(' ', '-')))));

    private string NextId() => $"{recorded.Stream}.{recorded.Number}.{(messages?.Count ?? 0) + 1}";

    private void Add(OutgoingMessage message) => (messages ??= []).Add(message);

    private static Dictionary<string, string> Together(
        ReadOnlySpan<(string Name, string Value)> own, params ReadOnlySpan<(string Name, string Value)> common)
    {
        var all = new Dictionary<string, string>(own.Length + common.Length, StringComparer.Ordinal);
        foreach (var (name, value) in common)
        {
            all.Add(name, value);
        }

        foreach (var (name, value) in own)
        {
            all.Add(name, value);
        }

        return all;
    }
}
