using System.Security.Cryptography;
using System.Text;
using Diversion.Casework;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Offer;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using NodaTime.Calendars;

namespace Diversion.Simulation.Reporting;

/// <summary>Counts what is in the streams after a simulation: read from the store, not recorded on the way.</summary>
public sealed class Tally
{
    private readonly SortedDictionary<AgreementStatus, int> outcomes = [];
    private readonly SortedDictionary<BreachCause, int> proposals = [];
    private readonly SortedDictionary<BreachCause, int> breaches = [];
    private readonly SortedDictionary<Addressee, int> escalations = [];
    private readonly SortedDictionary<string, SortedDictionary<string, int>> meetings = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<AgreementStatus, int> Outcomes => outcomes;

    /// <summary>By cause: put before a lead, and confirmed.</summary>
    public IReadOnlyDictionary<BreachCause, int> Proposals => proposals;

    public IReadOnlyDictionary<BreachCause, int> Breaches => breaches;

    /// <summary>Overdue steps by the role that was told.</summary>
    public IReadOnlyDictionary<Addressee, int> Escalations => escalations;

    /// <summary>Supervision meetings by ISO week (2025-W07) and key worker.</summary>
    public IReadOnlyDictionary<string, SortedDictionary<string, int>> MeetingsByWeek => meetings;

    public int Agreements { get; private set; }

    public long Events { get; private set; }

    /// <summary>Not ended, each with its status: empty unless the time ran out or a rule leaves no way to end.</summary>
    public List<(AgreementId Id, AgreementStatus Status)> Unfinished { get; } = [];

    /// <summary>SHA-256 over the references and final hashes of all streams, sorted by reference.</summary>
    public string Digest { get; private set; } = "";

    public static async Task<Tally> Of(Installation installation, IReadOnlyList<AgreementId> agreements, CancellationToken cancellation)
    {
        var tally = new Tally { Agreements = agreements.Count };
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var id in agreements.OrderBy(id => id.Value, StringComparer.Ordinal))
        {
            if (await installation.Store.Get(Tables.Agreements, id.Value, "s", cancellation) is not { } snapshot
                || await installation.Casework.Find(id, cancellation) is not { } state)
            {
                continue;
            }

            digest.AppendData(Encoding.UTF8.GetBytes($"{id.Value} {snapshot.Text("hash")}\n"));
            tally.Events += state.Version;
            Count(tally.outcomes, state.Status);
            if (!state.IsTerminal)
            {
                tally.Unfinished.Add((id, state.Status));
            }

            await tally.CountEvents(installation.Store, state, cancellation);
        }

        tally.Digest = Convert.ToHexStringLower(digest.GetHashAndReset());
        return tally;
    }

    /// <summary>Only events that are counted are deserialized in full; most of a stream is not.</summary>
    private async Task CountEvents(ITableStore store, AgreementState state, CancellationToken cancellation)
    {
        string? worker = null;
        var causes = new Dictionary<int, BreachCause>();
        await foreach (var row in store.Rows(Tables.Agreements, state.Id.Value, "e:", "e;", cancellation))
        {
            var name = row.Text("name");
            if (name is "offer.signed" or "agreement.key-worker-changed" or "agreement.obligation-escalated" or "breach.proposed" or "breach.breached")
            {
                Take(AgreementEvents.Catalogue.Read(name, (int)row.Number("version"), row.Text("data")), ref worker, causes);
            }
        }

        if (worker is not null)
        {
            CountMeetings(state, worker);
        }
    }

    private void Take(AgreementEvent happened, ref string? worker, Dictionary<int, BreachCause> causes)
    {
        switch (happened)
        {
            case OfferEvent.AgreementSigned e:
                worker = e.KeyWorker.Id;
                break;
            case TermEvent.KeyWorkerChanged e:
                worker = e.KeyWorker.Id;
                break;
            case TermEvent.ObligationEscalated e:
                Count(escalations, e.To);
                break;
            case BreachEvent.BreachProposed e:
                causes[e.Number] = e.Cause;
                Count(proposals, e.Cause);
                break;
            case BreachEvent.AgreementBreached e:
                Count(breaches, causes[e.Number]);
                break;
        }
    }

    // After a change the new key worker is given the meetings of the whole agreement: a change is rare and seldom affects a week.
    private void CountMeetings(AgreementState state, string worker)
    {
        foreach (var condition in state.Conditions)
        {
            if (condition is not SupervisionCondition supervision)
            {
                continue;
            }

            foreach (var meeting in supervision.Appointments)
            {
                if (meeting.Status is not (AppointmentStatus.Scheduled or AppointmentStatus.CancelledByService or AppointmentStatus.Superseded))
                {
                    var day = WorkingCalendar.DateOf(meeting.StartsAt);
                    var week = $"{WeekYearRules.Iso.GetWeekYear(day)}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):D2}";
                    if (!meetings.TryGetValue(week, out var byWorker))
                    {
                        meetings[week] = byWorker = new SortedDictionary<string, int>(StringComparer.Ordinal);
                    }

                    Count(byWorker, worker);
                }
            }
        }
    }

    private static void Count<TKey>(SortedDictionary<TKey, int> counts, TKey key) where TKey : notnull =>
        counts[key] = counts.GetValueOrDefault(key) + 1;
}
