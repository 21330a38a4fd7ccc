using System.Collections.Immutable;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.People;

/// <summary>Makes up participants, one after the other on one thread.</summary>
internal sealed class Participants(Setting setting)
{
    private static readonly string[] Ethnicities = ["W1", "W9", "A9", "B9", "M9", "NS"];
    private static readonly string[] Wards = ["North", "South", "East", "West", "Riverside", "Moorside", "Town"];
    private static readonly string[] Wishes = ["Find steady work", "Stop drinking at weekends", "Keep my flat", "See my children more", "Sort out what I owe", "Get back to football"];

    private readonly SyntheticNames names = new();
    private readonly HashSet<(string Name, LocalDate BornOn)> made = [];

    public Participant Make(Chance chance, int index, string custodyReference, Instant referredAt, Traits traits)
    {
        names.Begin(chance.Next());
        var behaviour = setting.Behaviour;
        var today = WorkingCalendar.DateOf(referredAt);
        var sex = (Sex)chance.Weighted(0.01, 0.22, 0.76, 0.01);
        var name = names.Full(sex);
        var offence = OffenceOf(chance, today, index, traits.InTrial);
        var hasVictim = traits.HasVictim ?? chance.Happens(behaviour["victim.present"]);
        var reminded = chance.Happens(behaviour["people.emailAndConsent"]);
        var town = District(EligibilityTest.HomeDistrictIn);
        var participant = new Participant(
            new Person(
                name,
                today.PlusYears(-chance.Between(18, 55)).PlusDays(-chance.Between(90, 364)),
                sex,
                chance.Pick(Ethnicities),
                names.Address(town),
                chance.Pick(Wards),
                town,
                reminded ? SyntheticNames.Email(name, index) : null,
                SyntheticNames.Phone(index),
                reminded),
            offence,
            referredAt,
            custodyReference,
            new EligibilityFacts([], CoAccusedPending: false, Admission: AdmissionAnswer.Full, SufficientEvidence: true, PreviousConvictions: chance.Below(2))
            {
                Evidence = EvidenceSource.Interview,
                EvidenceReference = $"INT/{index + 1:0000}",
                EvidentialTestBy = "Inspector Evelyn Stone",
                PublicInterest = "The loss is small, and help is more likely to stop it happening again.",
                LegalAdvice = index % 3 == 0 ? LegalAdvice.Taken : LegalAdvice.Declined,
            },
            RiskBand.Medium,
            chance.Between(30, 70),
            offence.DomesticAssault || chance.Happens(behaviour["eligibility.domesticAbuse"]),
            traits.ChildProtection ?? chance.Happens(behaviour["eligibility.childProtection"]),
            hasVictim,
            names.Full(chance.Happens(0.5) ? Sex.Female : Sex.Male),
            traits.Steady ? 0 : chance.Happens(behaviour["people.shaky"]) ? behaviour["people.shakyFactor"] : 1,
            NeedsOf(chance),
            [.. Enumerable.Range(0, chance.Between(1, 2)).Select(_ => chance.Pick(Wishes)).Distinct()],
            traits)
        {
            FurtherOffences = FurtherOf(offence, index),
            FurtherVictims = hasVictim && (traits.MoreVictims ?? index % 9 == 4) ? [index % 2 == 0 ? Shop() : Child()] : [],
        };
        var meetsRules = traits.Eligible ?? !chance.Happens(behaviour["eligibility.notMet"]);
        return Alone(meetsRules ? participant : Rulebreaking.Break(participant, setting.Scheme, chance));
    }

    /// <summary>Avoids possible duplicates by chance: of two people with the same name, the second is a day older.</summary>
    private Participant Alone(Participant participant)
    {
        var person = participant.Person;
        while (!made.Add((person.Name, person.BornOn)))
        {
            person = person with { BornOn = person.BornOn.PlusDays(-1) };
        }

        return participant with { Person = person };
    }

    private Offence OffenceOf(Chance chance, LocalDate referred, int index, bool inTrial)
    {
        var kind = OffenceKinds.All[chance.Weighted([.. OffenceKinds.All.Select(known => known.Weight)])];
        kind = inTrial ? OffenceKinds.OfTrial : kind;

        // Summary-only offences are referred quickly: after about six weeks a term of four months no longer fits before the charge-by date.
        var days = kind.Class == OffenceClass.SummaryOnly ? chance.Between(1, 40) : chance.Between(1, 75);
        var committed = referred.PlusDays(-days);
        return new Offence(
            kind.Description,
            kind.Group,
            committed,
            kind.Class,
            kind.Domestic,
            kind.Domestic ? LocalDate.Min(referred, committed.PlusDays(chance.Between(0, 3))) : null,
            District(EligibilityTest.OffenceDistrictIn))
        {
            CrimeNumber = $"CRI/{10_000 + (index * 10) + 1}",
        };
    }

    /// <summary>
    /// Every sixth person has another offence of the same day, every eighteenth a third one. They are neither drawn by
    /// chance, so that the lives of the others stay as they were, nor summary only, so that the charge-by date stays.
    /// </summary>
    private static ImmutableArray<Offence> FurtherOf(Offence first, int index)
    {
        var kinds = OffenceKinds.All.Where(kind => kind.Class == OffenceClass.EitherWay && kind.Description != first.Description).ToArray();
        var count = index % 18 == 0 ? 2 : index % 6 == 0 ? 1 : 0;
        return
        [
            .. Enumerable.Range(0, count).Select(number => kinds[(index + number) % kinds.Length]).Select((kind, number) =>
                new Offence(kind.Description, kind.Group, first.CommittedOn, kind.Class, District: first.District) { CrimeNumber = $"CRI/{10_000 + (index * 10) + number + 2}" }),
        ];
    }

    private VictimDetails Shop() =>
        new(VictimKind.Business, Name: "Riverside Stores", Contact: "By telephone, from 9am to 5pm", ContactPerson: names.Full(Sex.Female));

    private VictimDetails Child() =>
        new(VictimKind.Child, Enhanced: true, names.Full(Sex.Male), "Through the parent", names.Full(Sex.Female), "Not during school hours");

    private string District(EligibilityTest test) =>
        setting.Scheme.Eligibility.FirstOrDefault(rule => rule.Test == test) is { Values: [var first, ..] } ? first : "County Durham";

    private ImmutableArray<PathwayKind> NeedsOf(Chance chance)
    {
        if (!chance.Happens(setting.Behaviour["conditions.firstPathway"]))
        {
            return [];
        }

        var first = (PathwayKind)chance.Below(7);
        var second = (PathwayKind)chance.Below(7);
        return second != first && chance.Happens(setting.Behaviour["conditions.secondPathway"]) ? [first, second] : [first];
    }
}
