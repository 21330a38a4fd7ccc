using Diversion.Casework.Record;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.TagMonitoring;

namespace Diversion.Web.Wording;

/// <summary>The progress of a condition, as facts for a summary list.</summary>
public static class ConditionFacts
{
    public static IEnumerable<(string Key, string Value)> Of(ConditionView condition, When when)
    {
        foreach (var fact in Terms(condition).Concat(OfKind(condition, when)))
        {
            yield return fact;
        }

        if (condition.FailedBy is { } cause)
        {
            yield return ("Failed", cause == FailureCause.Service ? "Through the service: it does not count against the person" : "Through the person");
        }
    }

    /// <summary>What was agreed, if it is not in the condition's name.</summary>
    public static IEnumerable<(string Key, string Value)> Terms(ConditionView condition)
    {
        if (condition.Tag is not { } tag)
        {
            yield break;
        }

        foreach (var zone in tag.Zones)
        {
            yield return (zone.Kind == TagZoneKind.Exclusion ? "Keeps away from" : "Stays within", zone.Description);
        }

        if (tag.Curfew is { } curfew)
        {
            yield return ("At home", $"From {Words.Time(curfew.From)} to {Words.Time(curfew.Until)}");
        }
    }

    private static IEnumerable<(string, string)> OfKind(ConditionView condition, When when) => condition switch
    {
        { CustodyNotices: { } notices } => Of(notices),
        { Hours: { } hours } => Of(hours),
        { Tag: { } tag } => Of(tag),
        { Meetings: { } meetings } => Of(meetings, when),
        { RestorativeJustice: { } restorative } => Of(restorative),
        { Pathway: { } pathway } => Of(pathway),
        _ => [],
    };

    private static IEnumerable<(string, string)> Of(IReadOnlyList<CustodyNotice> notices)
    {
        if (notices.Count == 0)
        {
            yield return ("Custody notices", "None");
        }

        foreach (var notice in notices)
        {
            yield return ("Custody notice", $"{Labels.Sentence(CustodyWords.Of(notice.Kind, notice.Says))} on {Words.Date(notice.OccurredOn)}{(IsOutside(notice) ? ", for an offence from outside the agreement" : "")}{(notice.Settled ? ", settled by a lead" : "")}{(notice.Before.IsEmpty ? "" : ", corrected")}");
        }
    }

    private static bool IsOutside(CustodyNotice notice) =>
        notice is { Reoffending: false, Kind: CustodyNoticeKind.Arrest or CustodyNoticeKind.Charge or CustodyNoticeKind.Admission };

    private static IEnumerable<(string, string)> Of(HoursView hours)
    {
        yield return ("Credited", $"{(hours.CreditedMinutes == 0 ? "Nothing" : EventWords.Hours(hours.CreditedMinutes))} of {EventWords.Hours(hours.TargetMinutes)}");
        yield return ("Placement", hours.Placement is { } placement
            ? $"{placement.Project}, from {Words.Date(placement.StartsOn)}{(placement.CommunitySafety ? ", a community safety project" : "")}"
            : "Not arranged yet");
        if (hours.Provider is { } provider)
        {
            yield return ("Provider", provider);
        }
    }

    private static IEnumerable<(string, string)> Of(TagView tag)
    {
        yield return ("Consent", tag.Consent switch { true => "Given", false => "Withdrawn", null => "Not asked yet" });
        yield return ("Fitted", tag.FittedOn is { } fitted ? Words.Date(fitted) : "Not yet");
        if (tag.RemovedOn is { } removed)
        {
            yield return ("Removed", Words.Date(removed));
        }

        yield return ("Violations", $"{tag.Violations}; {tag.ViolationLimit} are within the limit");
    }

    private static IEnumerable<(string, string)> Of(MeetingsView meetings, When when)
    {
        yield return ("This period", meetings.Current is not { } current
            ? "The last period has ended"
            : $"{when.Date(current.From)} to {when.Date(current.To)}: {(meetings.Unsettled.Any(period => period.Number == current.Number) ? "a meeting is still to be held" : "the meeting was held or excused")}");
    }

    private static IEnumerable<(string, string)> Of(RestorativeView restorative)
    {
        yield return ("Facilitator", restorative.Facilitator);
        yield return ("Victim contacted", restorative.ContactedOn is { } contacted ? Words.Date(contacted) : "Not yet");
        if (restorative.VictimTakesPart is { } takesPart)
        {
            yield return ("Victim’s answer", takesPart ? "Takes part" : "Does not take part");
        }

        if (restorative.NewWish is { } wants)
        {
            yield return ("The victim changed their mind", wants ? "They want restorative justice" : "They do not want restorative justice now");
        }

        if (restorative.Process is { } process)
        {
            yield return ("As", Labels.Sentence(Words.Of(process)));
        }

        yield return ("Participant prepared", restorative.PreparedOn is { } prepared ? Words.Date(prepared) : "Not yet");
        yield return ("Held", restorative.HeldOn is { } held ? Words.Date(held) : "Not yet");
    }

    private static IEnumerable<(string, string)> Of(PathwayView pathway)
    {
        yield return ("Need", Labels.Sentence(Words.Of(pathway.Need)));
        yield return ("Provider", pathway.Provider);
        yield return ("Referral", pathway.Referral switch
        {
            PathwayReferral.NotSent => "Not sent yet",
            PathwayReferral.Sent => "Sent, not answered yet",
            PathwayReferral.Accepted => "Accepted",
            _ => "Declined: ask another provider",
        });
        yield return ("Assessment at the start", pathway.StartScore is { } start ? $"{start} of 10" : "Not yet");
        yield return ("Assessment at the end", pathway.EndScore is { } end ? $"{end} of 10" : "Not yet");
        if (pathway.Distance is { } distance)
        {
            yield return ("Distance travelled", distance > 0 ? $"+{distance}" : $"{distance}");
        }
    }
}
