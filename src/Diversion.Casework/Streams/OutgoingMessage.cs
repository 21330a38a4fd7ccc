using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using NodaTime;

namespace Diversion.Casework.Streams;

/// <summary>Something that leaves the system because of an event; delivered at least once.</summary>
public abstract record OutgoingMessage
{
    private OutgoingMessage(string id) => Id = id;

    /// <summary>
    /// Deterministic: agreement, event number and n, such as <c>DV-7K3M9-2QX4P.12.1</c>. Receivers use it to drop repeats.
    /// </summary>
    public string Id { get; init; }

    /// <param name="Template">Name of a mail template.</param>
    /// <param name="Facts">The values of the template's placeholders; plain text, escaped when rendered.</param>
    /// <param name="ToParticipant">To the person: sent only while they consent, and to the address that they have at that time.</param>
    public sealed record Mail(
        string Id, string ToAddress, string ToName, string Template, IReadOnlyDictionary<string, string> Facts, bool ToParticipant = false)
        : OutgoingMessage(Id);

    /// <summary>A text message to the person: sent only while they consent, and to the number that they have at that time.</summary>
    /// <param name="ToNumber">With the country's code, +447700900982.</param>
    /// <param name="Template">Name of a text template.</param>
    /// <param name="Facts">The values of its placeholders; plain text, in the language.</param>
    /// <param name="Language">Code of the language, as in HTML.</param>
    /// <param name="QuietHours">It waits for their end.</param>
    /// <param name="UselessAt">From then on it is not sent any more; null for one that is always of use.</param>
    /// <param name="About">It is not sent once this appointment was moved, held or cancelled; null for one about something else.</param>
    public sealed record Text(
        string Id,
        string ToNumber,
        string Template,
        IReadOnlyDictionary<string, string> Facts,
        string Language,
        TextRules QuietHours,
        Instant? UselessAt = null,
        AppointmentNews? About = null) : OutgoingMessage(Id);

    /// <returns>When it may be tried first, if it was created at this instant.</returns>
    public Instant FirstTry(Instant at) => this is Text text ? text.QuietHours.Opens(at) : at;

    /// <summary>An integration event, published as a CloudEvent 1.0. Holds ids, instants and statuses; never personal data.</summary>
    /// <param name="Type">Such as <c>uk.diversion.agreement.signed.v1</c>.</param>
    /// <param name="Subject">The agreement's reference.</param>
    public sealed record Notice(string Id, string Type, string Subject, Instant Time, IReadOnlyDictionary<string, string> Data)
        : OutgoingMessage(Id);
}
