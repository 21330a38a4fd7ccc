using Diversion.Casework;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.OffenceCodes;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;
using Diversion.Domain.Trials;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.People;
using Diversion.Simulation.Planning;
using Diversion.Simulation.Running;
using Diversion.Simulation.VirtualTime;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Simulation.Demo;

/// <summary>
/// Creates the demo programme: about sixty synthetic people in every present stage, by simulating the half year before, and
/// the people of a trial that closed before then (<see cref="PastTrial"/>). The user decides what they do next: the real
/// clock carries on from the due index.
/// </summary>
public static class DemoProgramme
{
    public const ulong ShippedSeed = 7;

    private const string CurrentTrial = "vehicle-crime-1";

    /// <summary>From the close of the earlier trial to the opening of the next.</summary>
    private static readonly Duration BetweenTrials = Duration.FromDays(7);

    /// <summary>Mail and messages of this period before now are really sent; older ones are counted as sent and dropped.</summary>
    private static readonly Duration RecentMail = Duration.FromDays(14);

    /// <param name="store">An empty store.</param>
    /// <param name="rulebook">With <see cref="DemoStaff.Programme"/>.</param>
    /// <param name="now">Where the half year ends; at least a year and a half before the end of the bank holidays.</param>
    /// <param name="keys">The folder's own: they encrypt the secrets of the demo's trial.</param>
    /// <param name="mailer">Makes the mailer for recent mail, on the given virtual clock; null drops all mail.</param>
    /// <param name="publisher">Likewise for messages.</param>
    /// <exception cref="StorageUnavailableException">The store does not answer.</exception>
    /// <exception cref="InvalidOperationException">No scheme version or no bank holidays cover the time around now; the message says what to do.</exception>
    public static async Task Create(
        ITableStore store,
        Rulebook rulebook,
        Instant now,
        IDataKeys keys,
        ulong seed = ShippedSeed,
        Func<IClock, IMailer>? mailer = null,
        Func<IClock, IPublisher>? publisher = null,
        CancellationToken cancellation = default)
    {
        var today = WorkingCalendar.DateOf(now);
        var scheme = rulebook.Schemes.InForce(rulebook.Programme.Scheme, today.PlusMonths(-9))
            ?? throw new InvalidOperationException(
                $"No version of the scheme {rulebook.Programme.Scheme} was in force nine months before {today:uuuu-MM-dd}. Choose a later clock for the demo.");
        if (!rulebook.Calendar.Covers(today.PlusMonths(-9)) || !rulebook.Calendar.Covers(today.PlusMonths(8)))
        {
            throw new InvalidOperationException(
                $"The demo needs bank holidays from nine months before {today:uuuu-MM-dd} to eight after; the list runs from {rulebook.Calendar.From:uuuu-MM-dd} to {rulebook.Calendar.To:uuuu-MM-dd}. Choose another clock, or add the years.");
        }

        var setting = new Setting(Behaviour.Read(Behaviour.ShippedFile), new OfficeHours(rulebook.Calendar), scheme);
        var past = PastTrial.Before(today, rulebook, setting.Hours);
        var cases = new DemoCases(setting.Hours, scheme, now).All();
        var begins = cases.Min(one => one.ReferredAt);
        var current = SimulatedTrial.ForDemo(WorkingCalendar.DateOf(begins));
        var clock = new TimeMachine(null, past?.Begins ?? begins);
        var changes = new ChangeQueue();
        var post = new CountingPost();
        using var installation = new Installation(
            store,
            rulebook,
            new RecentOnly(clock, now - RecentMail, post, mailer?.Invoke(clock) ?? post),
            new RecentOnlyMessages(clock, now - RecentMail, post, publisher?.Invoke(clock) ?? post),
            changes,
            NullLoggerFactory.Instance,
            keys,
            new RepeatableSeeds(seed),
            post);
        await ImportOffences(installation, clock.GetCurrentInstant(), cancellation);
        await DemoProjects.Add(installation, clock.GetCurrentInstant(), cancellation);
        setting = setting with
        {
            Services = await DemoServices.Add(installation, clock.GetCurrentInstant(), cancellation),
            Analyst = DemoStaff.Analyst,
            Trials = [.. past is null ? [] : (OpenTrial[])[new(new TrialId(PastTrial.Code), past.Protocol)], new(new TrialId(CurrentTrial), current)],
        };
        var engine = new Engine(installation, clock, changes, setting, atOnce: 64);
        var people = new Participants(setting);

        // The past comes last: the random numbers and the names of all others depend on their position.
        foreach (var (index, (referredAt, traits)) in cases.Concat(past?.People ?? []).Index())
        {
            var chance = new Chance(seed, index);
            var reference = $"DEMO-{index:D3}";
            var person = WithTexts(people.Make(chance, index, reference, referredAt, traits), index);
            engine.Enrol(new CaseFile(index, AgreementIds.FromCustodyReference(reference), person, CaseTeam.Of(DemoStaff.Staff, index), chance));
        }

        if (past is not null)
        {
            var ends = begins - BetweenTrials;
            await SimulatedTrial.Open(installation, PastTrial.Code, past.Protocol, DemoStaff.FirstLead, past.Begins, cancellation);
            await engine.Run(ends, RecentMail, null, cancellation);
            await SimulatedTrial.Close(installation, PastTrial.Code, PastTrial.WhyClosed, DemoStaff.FirstLead, ends, cancellation);
        }

        await SimulatedTrial.Open(installation, CurrentTrial, current, DemoStaff.FirstLead, begins, cancellation);
        await engine.Run(now, Duration.Zero, null, cancellation);
        await DemoPanel.Sit(installation, now, cancellation);
        await DemoServices.Agree(installation, now, cancellation);
        var referred = Enumerable.Range(0, cases.Count).Select(index => AgreementIds.FromCustodyReference($"DEMO-{index:D3}")).ToArray();
        await DemoServices.Offer(installation, referred, now, cancellation);
        await DemoProjects.Ask(installation, now, cancellation);
        await DemoServices.Lack(installation, referred, now, cancellation);
        await DemoSharing.Agree(installation, referred, now, cancellation);
        await DemoBoard.Meet(installation, now, cancellation);
        await DemoCapacity.Set(installation, now, cancellation);
    }

    /// <summary>Half of those who agreed to email agreed to texts as well.</summary>
    private static Participant WithTexts(Participant participant, int index) => index % 2 == 0 && participant.Person is { ContactConsent: true, Phone: { } phone } person && MobileNumber.Read(phone) is not null
        ? participant with { Person = person with { TextConsent = true } }
        : participant;

    /// <summary>An invented table, so that the demo shows what a force's own one does.</summary>
    private static async Task ImportOffences(Installation installation, Instant at, CancellationToken cancellation)
    {
        using var table = new StreamReader(typeof(DemoProgramme).Assembly.GetManifestResourceStream("offences.csv")!);
        var lead = installation.Rulebook.Programme.Leads[0];
        var outcome = await installation.OffenceTable.Import(
            await table.ReadToEndAsync(cancellation), new Actor(lead.Id, lead.Name, Role.ProgrammeLead), at, cancellation: cancellation);
        if (outcome is Outcome<OffenceTable>.Refused { Refusal: var refusal })
        {
            throw new InvalidOperationException($"The demo's offence codes were refused: {refusal.Message}");
        }
    }

    private sealed class RecentOnly(IClock clock, Instant since, IMailer old, IMailer recent) : IMailer
    {
        public ValueTask Send(RenderedMail mail, CancellationToken cancellation = default) =>
            (clock.GetCurrentInstant() < since ? old : recent).Send(mail, cancellation);
    }

    private sealed class RecentOnlyMessages(IClock clock, Instant since, IPublisher old, IPublisher recent) : IPublisher
    {
        public ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default) =>
            (clock.GetCurrentInstant() < since ? old : recent).Publish(notice, cancellation);
    }
}
