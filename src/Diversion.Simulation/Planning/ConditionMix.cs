using System.Collections.Immutable;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Victim;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.People;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>
/// Which conditions an officer drafts: few, for what the person needs, and restorative justice only if the victim wants it.
/// </summary>
internal static class ConditionMix
{
    private const int Payments = 3;
    private const int PencePerPayment = 1_500;

    public static ImmutableArray<ConditionTerms> For(CaseFile file, AgreementState state, Setting setting)
    {
        var (chance, behaviour, limits) = (file.Chance, setting.Behaviour, setting.Scheme.Conditions);
        var settled = file.Participant.Traits.Conditions;
        var terms = new List<ConditionTerms> { new ConditionTerms.NoReoffending() };
        if (Takes(ConditionKind.Supervision, behaviour["conditions.supervision"]))
        {
            terms.Add(new ConditionTerms.Supervision());
        }

        var willing = settled.IsDefault ? state.Victims.All.FirstOrDefault(victim => victim.WantsRestorativeJustice == true)
            : settled.Contains(ConditionKind.RestorativeJustice) ? state.Victims.All.FirstOrDefault()
            : null;
        if (willing is not null && !state.ChildProtection)
        {
            terms.Add(new ConditionTerms.RestorativeJustice(ProgrammeStaff.Ref(file.Team.Facilitator), willing.Number));
        }

        if (Takes(ConditionKind.Reparation, behaviour["conditions.reparation"]))
        {
            terms.Add(Reparation(file, state, setting));
        }

        if (Takes(ConditionKind.TagMonitoring, behaviour["conditions.tag"]))
        {
            terms.Add(new ConditionTerms.TagMonitoring(
                [new TagZone(TagZoneKind.Exclusion, "The street of the offence")], new Curfew(new LocalTime(21, 0), new LocalTime(6, 0))));
        }

        if (settled.IsDefault || settled.Contains(ConditionKind.Pathway))
        {
            ImmutableArray<PathwayKind> needs = file.Participant.Needs is { IsEmpty: false } known ? known
                : settled.IsDefault ? [] : [PathwayKind.AttitudesThinkingAndBehaviour];
            terms.AddRange(needs.Take(limits.MostPathways).Select(need => Pathway(file, need, setting)));
        }

        if (Compensated(file, state, setting) is { } compensated)
        {
            terms.Add(new ConditionTerms.Compensation(PencePerPayment * file.Aside.Between(1, 4) * Payments, Payments, 4, compensated.Number));
        }

        if (!state.ChildProtection && state.Victims.All.LastOrDefault() is { } written && Aside(ConditionKind.Apology, behaviour["conditions.apology"]))
        {
            terms.Add(new ConditionTerms.LetterOfApology(ProgrammeStaff.Ref(file.Team.Facilitator), written.Number));
        }

        if (!setting.Scheme.AllCourses().IsEmpty && Aside(ConditionKind.Course, behaviour["conditions.course"]))
        {
            terms.Add(new ConditionTerms.Course(file.Aside.Pick(setting.Scheme.AllCourses()).Id, Organisation(file, file.Index)));
        }

        if (setting.Scheme.Donation is not null && state.Victims.All.All(victim => victim.WantsCompensation != true) && Aside(ConditionKind.Donation, behaviour["conditions.donation"]))
        {
            terms.Add(new ConditionTerms.Donation(PencePerPayment, "Mind"));
        }

        return [.. terms.Take(limits.Most)];

        bool Aside(ConditionKind kind, double share) => settled.IsDefault ? file.Aside.Happens(share) : settled.Contains(kind);

        bool Takes(ConditionKind kind, double share) => settled.IsDefault ? chance.Happens(share) : settled.Contains(kind);
    }

    /// <summary>Whoever asked for it; otherwise, by chance, a victim who did not say no.</summary>
    private static VictimState? Compensated(CaseFile file, AgreementState state, Setting setting)
    {
        var settled = file.Participant.Traits.Conditions;
        var takes = settled.IsDefault ? file.Aside.Happens(setting.Behaviour["conditions.compensation"]) : settled.Contains(ConditionKind.Compensation);
        return takes && state.Referral.Offences.All(one => one.Offence.Value is null or 0)
            ? state.Victims.All.FirstOrDefault(victim => victim.WantsCompensation == true) ?? state.Victims.All.FirstOrDefault(victim => victim.WantsCompensation is null)
            : null;
    }

    public static ConditionTerms Pathway(CaseFile file, PathwayKind need, Setting setting) =>
        new ConditionTerms.Pathway(need, Organisation(file, (int)need)) { Service = setting.Services.GetValueOrDefault(need) };

    public static string Organisation(CaseFile file, int choice) =>
        file.Team.Staff.Providers[choice % file.Team.Staff.Providers.Count].Organisation!;

    private static ConditionTerms.Reparation Reparation(CaseFile file, AgreementState state, Setting setting)
    {
        var rules = setting.Scheme.Reparation;
        var hours = file.Chance.Happens(setting.Behaviour["conditions.longReparation"])
            ? file.Chance.Between(rules.LeastHours, rules.MostHours)
            : (int?)null;
        var victim = file.Aside.Happens(setting.Behaviour["reparation.forVictim"]) && !state.ChildProtection ? state.Victims.All.FirstOrDefault()?.Number : null;
        return new ConditionTerms.Reparation(hours, Organisation(file, file.Index), victim, victim is not null);
    }
}
