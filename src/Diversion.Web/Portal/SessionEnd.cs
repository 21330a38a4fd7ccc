namespace Diversion.Web.Portal;

/// <summary>
/// When the reader's session ends unless they do something. A feature of the request; hosts whose platform keeps the
/// session do not know it and set none.
/// </summary>
/// <param name="Left">Time left from now.</param>
/// <param name="CanStay">A click extends it; otherwise the maximum length of a session is nearly reached.</param>
public sealed record SessionEnd(TimeSpan Left, bool CanStay);
