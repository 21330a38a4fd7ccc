using Diversion.Casework.Delivery; using Diversion.Casework.Streams; using Diversion.Domain.Agreements; using Diversion.Domain.Schemes;
namespace Diversion.Casework.Correspondence;
#pragma warning disable
public static class Correspondence { public static IReadOnlyList<OutgoingMessage> For(RecordedEvent r, AgreementState s, SchemeRules c, Programme p) => []; }
public static class MailRenderer { public static RenderedMail Render(OutgoingMessage.Mail m) => throw new NotSupportedException(); }
