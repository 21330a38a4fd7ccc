using Diversion.Casework.Access;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Messages;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Texts;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Casework.Papers;

/// <summary>
/// Each time somebody told or wrote to the person, or Diversion sent them an email or a text, whether or not it arrived; and the same
/// for the victim, for those who may see the victim.
/// </summary>
internal static class CaseFileContacts
{
    /// <param name="messages">The rows of the case's messages.</param>
    public static IReadOnlyList<CaseFileContact> Of(Seen seen, IReadOnlyList<RecordedEvent> events, IEnumerable<TableRow> messages, MailRenderer renderer) =>
    [
        .. events.Select(recorded => Of(recorded, seen)).OfType<CaseFileContact>()
            .Concat(messages.Select(OutboxRows.Read).Where(row => row.Message is OutgoingMessage.Mail { ToParticipant: true } or OutgoingMessage.Text)
                .Select(row => Of(row.Message is OutgoingMessage.Mail mail ? $"Email to the person: {renderer.Subject(mail)}" : $"{MessageWords.Of(row.Message, renderer)}, to the person", row.State)))
            .OrderBy(contact => contact.On).ThenBy(contact => contact.At),
    ];

    private static CaseFileContact? Of(RecordedEvent recorded, Seen seen) => recorded.Event switch
    {
        TellingEvent.PersonTold e => new(
            WorkingCalendar.DateOf(e.ToldAt), e.ToldAt, $"The person was told about {NewsWords.Of(e.News)}{(e.Corrected ? ", corrected later" : "")}.", NewsWords.How(e.How), e.ToldBy,
            AccessPolicy.MayReadNotes(seen.RecordVisibility, recorded.By) ? e.Said : null),
        VictimEvent.VictimReferredToSupport e when Sees(seen, e.Victim) => ToVictim(seen, e.Victim, recorded, e.On, e.How, e.ByWhom, e.Said),
        VictimEvent.VictimTold e when Sees(seen, e.Victim) => ToVictim(seen, e.Victim, recorded, e.On, e.How, e.ByWhom, e.Said),
        VictimEvent.VictimRequestAcknowledged e when Sees(seen, e.Victim) => ToVictim(seen, e.Victim, recorded, e.On, e.How, e.ByWhom, null),
        VictimEvent.VictimRequestAnswered e when Sees(seen, e.Victim) => ToVictim(seen, e.Victim, recorded, e.On, e.How, e.ByWhom, e.Said),
        RestorativeJusticeEvent.VictimContacted e when seen.State.ConditionOrNull(e.ConditionId) is RestorativeJusticeCondition { Victim: var number } && Sees(seen, number) =>
            ToVictim(seen, number, recorded, e.On, null, recorded.By.Name, null),
        ApologyEvent.LetterEnded { End: LetterEnd.HandedOver } e when seen.State.ConditionOrNull(e.ConditionId) is ApologyCondition { Victim: var number } && Sees(seen, number) =>
            ToVictim(seen, number, recorded, e.On, null, recorded.By.Name, null),
        _ => null,
    };

    private static CaseFileContact ToVictim(Seen seen, int victim, RecordedEvent recorded, LocalDate? on, ToldHow? how, string? by, string? said) => new(
        on ?? WorkingCalendar.DateOf(recorded.At), null, EventWords.Of(recorded.Event, seen.State.Victims), how is { } way ? NewsWords.How(way) : null, by ?? recorded.By.Name, said) { Victim = victim };

    private static bool Sees(Seen seen, int victim) => seen.RecordVisibility.SeesVictim(victim);

    private static CaseFileContact Of(string what, DeliveryState message) => new(
        WorkingCalendar.DateOf(message.NextTry),
        message.NextTry,
        what,
        message.Status switch
        {
            DeliveryStatus.Sent => "sent automatically",
            DeliveryStatus.Delivered => "sent automatically, and delivered",
            DeliveryStatus.GivenUp => "could not be delivered",
            DeliveryStatus.Stopped => $"not sent: {message.Fault ?? "the person had withdrawn consent"}",
            _ => "waits to be sent",
        },
        null,
        null);
}
