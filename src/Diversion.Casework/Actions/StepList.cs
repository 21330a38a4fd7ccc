using System.Collections.Frozen;
using Diversion.Casework.Conditions;
using Diversion.Casework.Steps;

namespace Diversion.Casework.Actions;

/// <summary>Every step, by its command.</summary>
public static class StepList
{
    private static readonly FrozenDictionary<string, Step> All =
        ((Step[])[.. ConditionDescriptors.Steps, .. CourseSteps.All, .. VictimSteps.All, .. LeadSteps.All, .. TrialSteps.All, .. FollowUpSteps.All, .. KeepingSteps.All, .. DataRequestSteps.All, .. SupportSteps.All, .. ExitPlanSteps.All, .. AppointmentSteps.All, .. OwnPageSteps.All, .. VisitSteps.All, .. UnmetNeedSteps.All, .. SharingSteps.All]).ToFrozenDictionary(step => step.Command);

    public static bool Has(string command) => All.ContainsKey(command);

    public static Step? Of(string command) => All.GetValueOrDefault(command);
}
