using Diversion.Casework.Papers;
using Diversion.Web.Portal;
using NodaTime;

namespace Diversion.Web.Pages.Agreements;

/// <summary>The other pages of a case that the reader may open; each belongs to one part of the agreement.</summary>
/// <param name="Tasks">It is not signed yet, and the viewer has tasks in it.</param>
/// <param name="Paper">There is something to print.</param>
/// <param name="File">The file that the case has and the viewer may read; null when there is none.</param>
/// <param name="ForCharge">The breach is confirmed, and nobody has recorded what happened to the case since.</param>
/// <param name="LateNews">It has ended, and the viewer may report what happened before.</param>
/// <param name="ChargeBy">Their last day for it; null without a time limit.</param>
public sealed record RecordLinks(string Reference, bool Tasks, bool Paper, CaseFileKind? File, bool ForCharge, LocalDate? ChargeBy, bool LateNews)
{
    /// <summary>The part whose links are shown; null for all.</summary>
    public AgreementPart? Of { get; init; }

    /// <summary>There was a file that somebody may hold as a zip, and the viewer may check one.</summary>
    public bool Check { get; init; }

    /// <summary>The viewer may look for services that fit the person.</summary>
    public bool Services { get; init; }

    /// <summary>The viewer's organisation is told something by a sharing agreement.</summary>
    public bool Shared { get; init; }

    /// <summary>Letters that can be printed now, beside those about a piece of news.</summary>
    public IReadOnlyList<(string Letter, string Text)> Letters { get; init; } = [];

    public bool Shows(AgreementPart part) => Of is null || Of == part;
}
