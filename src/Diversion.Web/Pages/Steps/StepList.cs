using System.Collections.Frozen;

namespace Diversion.Web.Pages.Steps;

/// <summary>Every step, by its command.</summary>
public static class StepList
{
    private static readonly FrozenDictionary<string, Step> All =
        ((Step[])[.. SupervisionSteps.All, .. ReparationSteps.All, .. RestorativeSteps.All, .. TagSteps.All, .. PathwaySteps.All, .. CourseSteps.All, .. LeadSteps.All])
        .ToFrozenDictionary(step => step.Command);

    public static bool Has(string command) => All.ContainsKey(command);

    public static Step? Of(string command) => All.GetValueOrDefault(command);
}
