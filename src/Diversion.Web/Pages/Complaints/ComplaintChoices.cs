using Diversion.Domain.Complaints;
using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Complaints;

/// <summary>What can be chosen about a complaint.</summary>
public static class ComplaintChoices
{
    public static readonly IReadOnlyList<Choice> Results =
    [
        new(nameof(ComplaintResult.Upheld), "Upheld", "What they complained of was wrong."),
        new(nameof(ComplaintResult.PartlyUpheld), "Partly upheld"),
        new(nameof(ComplaintResult.NotUpheld), "Not upheld"),
    ];
}
