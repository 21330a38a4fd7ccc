namespace Diversion.Web.Portal;

/// <summary>When the reader's session ends unless they do something. A feature of the request; hosts whose platform keeps the session cannot tell and set none.</summary>
/// <param name="Left">From now.</param>
/// <param name="CanStay">A click makes it last longer; otherwise the day's longest session is nearly over.</param>
public sealed record SessionEnd(TimeSpan Left, bool CanStay);
