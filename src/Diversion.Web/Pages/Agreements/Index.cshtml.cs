using Diversion.Web.Portal;

namespace Diversion.Web.Pages.Agreements;

/// <summary>One agreement at a glance.</summary>
public sealed class IndexModel : RecordPage;
