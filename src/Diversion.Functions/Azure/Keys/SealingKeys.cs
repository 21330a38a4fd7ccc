using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Diversion.Functions.Azure.Keys;

/// <summary>
/// Seals a key for cookies and forms with a fresh AES key, and that AES key with the key in Key Vault. What is stored can
/// be used only by those whom the vault allows to unwrap it.
/// </summary>
public sealed class SealingKeys(KeyVaultKey vault) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var key = RandomNumberGenerator.GetBytes(SealedKey.KeyBytes);
        var (version, wrapped) = vault.Wrap(key);
        return new EncryptedXmlInfo(SealedKey.Seal(plain, key, version, wrapped).ToXml(), typeof(OpeningKeys));
    }
}
