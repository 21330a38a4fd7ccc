using Diversion.Domain;
using Diversion.Domain.ExitPlans;

namespace Diversion.Casework.Formatting;

/// <summary>What goes on after the last day, as text.</summary>
public static class ExitPlanWords
{
    /// <param name="result">Null: nobody has rung yet, or they are tried again.</param>
    public static string Of(CallResult? result) => result switch
    {
        CallResult.Reached => "reached",
        CallResult.NotReached => "not reached",
        CallResult.TryAgain => "not reached, will be tried again",
        _ => "still to come",
    };

    /// <summary>Without what goes on and with whom: whoever sees the event may see this.</summary>
    internal static string Of(ExitPlanEvent happened) => happened switch
    {
        ExitPlanEvent.ExitPlanAsked e => $"An exit plan is asked for: begun by {Wording.At(e.Begin.Due)}, agreed with the person by {Wording.At(e.Agree.Due)}.",
        ExitPlanEvent.ContinuationPlanned e => $"Entry {e.Number} of the exit plan was written.",
        ExitPlanEvent.ContinuationRemoved e => $"Entry {e.Number} was taken out of the exit plan.",
        ExitPlanEvent.ExitPlanAgreed e => $"The person agreed to the exit plan on {Words.Date(e.On)}.",
        ExitPlanEvent.WarmHandoverRecorded e => $"Who goes on with entry {e.Number} of the exit plan met the person on {Words.Date(e.On)}.",
        ExitPlanEvent.FollowUpCallsOwed e => $"The person is rung after the end: {string.Join(", ", e.Calls.Select(call => $"by {Wording.At(call.By.Due)}"))}.",
        ExitPlanEvent.FollowUpCallRecorded e => $"The person was rung on {Words.Date(e.On)}, for the call {e.Weeks} weeks after the end: {Of(e.Result)}. It does not count against them.",
        ExitPlanEvent.ExitPlanMissing => "The agreement was completed without an exit plan that the person agreed to. A lead is told.",
        _ => throw Wording.Missing(happened),
    };
}
