using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Functions.Azure.Keys;

/// <summary>Opens what <see cref="SealingKeys"/> sealed. Its name is stored beside each key and must not change.</summary>
public sealed class OpeningKeys(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var @sealed = SealedKey.Read(encryptedElement);
        var key = services.GetRequiredService<KeyVaultKey>().Unwrap(@sealed.Version, @sealed.Wrapped);
        return XElement.Parse(Encoding.UTF8.GetString(@sealed.Open(key)));
    }
}
