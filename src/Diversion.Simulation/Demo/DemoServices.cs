using System.Collections.Immutable;
using Diversion.Casework;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;
using Diversion.Domain.Services;
using Diversion.Domain.Time;
using Diversion.Domain.Visits;
using NodaTime;

namespace Diversion.Simulation.Demo;

/// <summary>
/// The demo's service directory: invented services of the demo's four partners, after those that Torbay's programme had for
/// each pathway (supported housing, a farm that is a social enterprise, a debt specialist). None of them exists.
/// </summary>
internal static class DemoServices
{
    private static readonly ServiceEntry[] Entries =
    [
        new("Supported housing", "Wearside Works", "Twenty flats with a worker on site every day, for up to six months, and help to find a home of one’s own afterwards.", [PathwayKind.Accommodation])
        {
            FromAge = 18, Places = 20, ExcludedOffences = ["arson"], Who = "Prolific offenders first", Ward = "Riverside", District = "County Durham", Address = "4 Staithes Row",
            Postcode = "DH1 5ZZ", Latitude = 54.776m, Longitude = -1.575m, OpeningHours = "Every day, 8am to 8pm", Contact = "The duty worker", Phone = "0191 498 0101", Email = "housing@wearside-works.example", Access = "Two step-free flats",
        },
        new("Farm at Moorside", "Clear Start Recovery", "Work on a farm that is a social enterprise, two to four days a week, with certificates in horticulture and a reference at the end.", [PathwayKind.SkillsAndEmployment])
        {
            Places = 16, Ward = "Moorside", District = "County Durham", OpeningHours = "Monday to Friday, 9am to 4pm", Contact = "Jo at the farm gate", Phone = "0191 498 0102", Access = "A minibus leaves the town at 8.30am",
        },
        new("Health trainer", "Home and Hearth", "A trainer who goes along to the GP, the dentist and the gym, and works on sleep, food and worry.", [PathwayKind.Health])
        {
            Places = 25, Ward = "Town", District = "County Durham", OpeningHours = "Monday to Thursday, 10am to 6pm", Phone = "0191 498 0103", Languages = ["Polish"],
        },
        new("Drugs and alcohol: one to one", "Think Again", "A worker of one’s own, from the first talk to a plan for staying well; prescribing by a nurse on Tuesdays.", [PathwayKind.DrugsAndAlcohol])
        {
            FromAge = 18, Places = 30, Ward = "Town", District = "County Durham", OpeningHours = "Monday to Friday, 9am to 7pm", Phone = "0191 498 0104", Email = "recovery@think-again.example", Languages = ["Polish", "Romanian"], Access = "Step-free, hearing loop",
        },
        new("Family groups", "Wearside Works", "Groups for parents on weekday evenings, and a worker who visits at home.", [PathwayKind.ChildrenAndFamilies])
        {
            Places = 12, Ward = "East", District = "County Durham", OpeningHours = "Tuesday and Thursday, 5pm to 8pm", Phone = "0191 498 0105", Access = "Creche",
        },
        new("Debt specialist", "Clear Start Recovery", "Letters opened together, priority debts first, benefits checked, and a plan that creditors accept.", [PathwayKind.FinanceBenefitAndDebt])
        {
            Places = 20, Ward = "South", District = "County Durham", OpeningHours = "Monday, Wednesday and Friday, 10am to 3pm", Phone = "0191 498 0106",
        },
        new("Thinking group", "Home and Hearth", "Ten evenings in a small group on what comes before trouble, and what else could be done.", [PathwayKind.AttitudesThinkingAndBehaviour])
        {
            Places = 14, Ward = "North", District = "County Durham", OpeningHours = "Wednesday, 6pm to 8pm", Phone = "0191 498 0107",
        },
        new("Women’s centre", "Think Again", "A place for women alone: a key worker, a nurse, courses, and somebody to come along to appointments.", [PathwayKind.Health, PathwayKind.Relationships, PathwayKind.SexualExploitation])
        {
            OnlyFor = ServiceSex.Women, Places = 18, Ward = "West", District = "County Durham", OpeningHours = "Monday to Friday, 9.30am to 2.30pm", Phone = "0191 498 0108", Access = "Step-free, creche",
        },
        new("Young adults’ mentors", "Wearside Works", "A mentor who has been there, for people up to 25.", [PathwayKind.SkillsAndEmployment, PathwayKind.AttitudesThinkingAndBehaviour])
        {
            FromAge = 18, ToAge = 25, Ward = "Riverside", District = "County Durham", OpeningHours = "By appointment", Phone = "0191 498 0109",
        },
        new("Floating support", "Home and Hearth", "Help to keep a home: rent, repairs, neighbours.", [PathwayKind.Accommodation])
        {
            Places = 10, Areas = ["North", "East"], Ward = "North", District = "County Durham", OpeningHours = "Monday to Friday, 9am to 5pm", Phone = "0191 498 0110",
        },
    ];

    /// <summary>Before anybody is referred.</summary>
    /// <returns>By need, whither the demo’s people are referred.</returns>
    public static async Task<ImmutableDictionary<PathwayKind, ServiceRef>> Add(Installation installation, Instant at, CancellationToken cancellation)
    {
        var services = ImmutableDictionary.CreateBuilder<PathwayKind, ServiceRef>();
        foreach (var entry in Entries)
        {
            var id = ServiceIds.Of(entry.Organisation, entry.Name);
            await Do(installation, id, new ServiceCommand.AddService(entry), at, cancellation);
            if (!services.ContainsKey(entry.Needs[0]))
            {
                services.Add(entry.Needs[0], new ServiceRef(id.Value));
            }
        }

        return services.ToImmutable();
    }

    /// <summary>Partnership agreements for most of them. The review of one is late: the clock tells the leads when the demo starts.</summary>
    public static async Task Agree(Installation installation, Instant now, CancellationToken cancellation)
    {
        var today = WorkingCalendar.DateOf(now);
        foreach (var (index, entry) in Entries.Index().Where(one => one.Index % 3 != 2))
        {
            var review = index == 1 ? today.PlusDays(-40) : today.PlusDays(30 + (20 * index));
            await Do(
                installation,
                ServiceIds.Of(entry.Organisation, entry.Name),
                new ServiceCommand.RecordPartnership(new Partnership(review.PlusYears(-1), review, review.PlusYears(1), $"Contracts, file {index + 1}")),
                now,
                cancellation);
        }
    }

    /// <summary>Two times a day of each service on the next two weeks' weekdays; the first person who is free has booked one.</summary>
    /// <param name="people">The demo's cases.</param>
    public static async Task Offer(Installation installation, IEnumerable<AgreementId> people, Instant now, CancellationToken cancellation)
    {
        // Early enough for the case to have been asked when the demo begins.
        var offered = now - SlotHold.FollowAfter;
        var days = Enumerable.Range(1, 14).Select(WorkingCalendar.DateOf(now).PlusDays).Where(day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)).ToArray();
        foreach (var (index, entry) in Entries.Index())
        {
            var morning = new LocalTime(9 + (index % 3), 30);
            await Do(
                installation,
                ServiceIds.Of(entry.Organisation, entry.Name),
                new ServiceCommand.PublishSlots([.. days.SelectMany(day => new[] { morning, morning.PlusHours(4) }.Select(time => new ServiceSlot(WorkingCalendar.At(day, time), 45)))]),
                offered,
                cancellation);
        }

        var service = ServiceIds.Of(Entries[0].Organisation, Entries[0].Name);
        var wanted = new VisitCommand.BookVisit(service.Value, WorkingCalendar.At(days[0], new LocalTime(13, 30))) { By = DemoStaff.FirstLead, At = offered };
        foreach (var person in people)
        {
            if (await installation.Casework.Find(person, cancellation) is { IsTerminal: false } && await installation.Casework.Execute(person, wanted, null, cancellation) is Outcome.Accepted)
            {
                break;
            }
        }

        await installation.Services.Execute(service, new ServiceCommand.TimePassed { By = Actor.Clock, At = now }, null, cancellation);
    }

    /// <summary>Three people need what no service gives them: that is counted for the next commissioning.</summary>
    public static async Task Lack(Installation installation, IEnumerable<AgreementId> people, Instant now, CancellationToken cancellation)
    {
        var lacking = new Queue<ReferralCommand.RecordUnmetNeed>(
        [
            new(PathwayKind.Health, UnmetBecause.NoService, "Speech and language therapy."),
            new(PathwayKind.Accommodation, UnmetBecause.Full),
            new(PathwayKind.Health, UnmetBecause.NoService, "Speech and language therapy, in the evening."),
        ]);
        foreach (var person in people)
        {
            if (lacking.Count > 0 && await installation.Casework.Find(person, cancellation) is { IsTerminal: false })
            {
                await installation.Casework.Execute(person, lacking.Dequeue() with { By = DemoStaff.FirstLead, At = now }, null, cancellation);
            }
        }
    }

    private static async Task Do(Installation installation, ServiceId id, ServiceCommand command, Instant at, CancellationToken cancellation)
    {
        if (await installation.Services.Execute(id, command with { By = DemoStaff.FirstLead, At = at }, null, cancellation) is Outcome<ServiceState>.Refused { Refusal: var refusal })
        {
            throw new InvalidOperationException($"The demo's service was refused: {refusal.Message}");
        }
    }
}
