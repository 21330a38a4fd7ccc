using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.FollowUps;

public static class FollowUpStarts
{
    /// <returns>Null when the person never came to it.</returns>
    public static LocalDate? Of(this FollowUpStart start, PersonRow person) =>
        start == FollowUpStart.Allocation ? person.Trial?.AllocatedOn : person.Course.SignedOn;
}
