using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using NodaTime;

namespace Diversion.Casework.Messages;

/// <summary>
/// An email to the person about one piece of news. It does not count as telling them: somebody has to speak or write to
/// them.
/// </summary>
/// <param name="At">When it was sent or given up; while it waits, the next try.</param>
public sealed record PersonMail(DeliveryStatus Status, int Tries, Instant At);

/// <summary>
/// Emails that were sent to the person automatically, by piece of news, for everybody who sees what the person has to be
/// told. Without the address.
/// </summary>
public sealed class PersonMailQuery(Records records)
{
    /// <returns>By the id of the news; empty for news without an email, or for those who do not see what the person has to
    /// be told.</returns>
    public async ValueTask<IReadOnlyDictionary<string, PersonMail>> Of(string reference, Actor by, CancellationToken cancellation = default)
    {
        var mails = new Dictionary<string, PersonMail>();
        if (await records.Find(reference, cancellation) is not { News.IsEmpty: false } state
            || !AccessPolicy.Of(by, state).Timeline)
        {
            return mails;
        }

        var byEvent = (await records.Messages(state.Id, cancellation)).Select(OutboxRows.Read)
            .Where(row => row.Message is OutgoingMessage.Mail { ToParticipant: true })
            .GroupBy(row => EventOf(row.Message))
            .ToDictionary(group => group.Key, group => group.First().State);
        if (byEvent.Count == 0)
        {
            return mails;
        }

        // The email is caused by the event that decided it; the event after it says that the person has to be told.
        var decided = new Dictionary<NewsKind, int>();
        foreach (var recorded in await records.Events(state.Id, cancellation))
        {
            if (KindOf(recorded.Event) is { } kind)
            {
                decided[kind] = recorded.Number;
            }
            else if (recorded.Event is TellingEvent.PersonToBeTold news
                && decided.TryGetValue(news.Kind, out var number) && byEvent.TryGetValue(number, out var sent))
            {
                mails[news.News] = new PersonMail(sent.Status, sent.Tries, sent.NextTry);
            }
        }

        return mails;
    }

    private static NewsKind? KindOf(AgreementEvent happened) => happened switch
    {
        BreachEvent.WarningIssued => NewsKind.Warning,
        TermEvent.AgreementVaried => NewsKind.Variation,
        TermEvent.TermExtended => NewsKind.Extension,
        TermEvent.AgreementCompleted => NewsKind.Completion,
        _ => null,
    };

    /// <summary>An id is agreement, event number and n.</summary>
    private static int EventOf(OutgoingMessage message) => int.Parse(message.Id.Split('.')[^2], CultureInfo.InvariantCulture);
}
