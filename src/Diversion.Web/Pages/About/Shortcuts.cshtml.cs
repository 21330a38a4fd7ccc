using Diversion.Web.Portal;

namespace Diversion.Web.Pages.About;

public sealed class ShortcutsModel : PortalPage;
